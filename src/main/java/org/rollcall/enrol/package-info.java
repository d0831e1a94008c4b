/**
 * From photos to templates: {@link org.rollcall.enrol.ClassEnrolment} looks for the one good face
 * in each photo of a class and embeds it. People of no class who were seen are told apart here,
 * too, by {@code UnknownPeople}.
 *
 * <p>Used from one thread, the one that owns the networks.
 */
package org.rollcall.enrol;
