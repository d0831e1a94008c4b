/**
 * From photos to templates: {@link org.rollcall.enrol.ClassEnrolment} finds the one good face in
 * each photo of a class and embeds it. {@code UnknownPeople} re-identifies unknown persons from
 * lesson to lesson.
 *
 * <p>Use it only from the thread that owns the networks.
 */
package org.rollcall.enrol;
