/**
 * Checks whether an installation is in order, and says what to do where it is not. Start with
 * {@link org.rollcall.doctor.Doctor}.
 *
 * <p>Every {@code Check} is a class of its own. None changes anything: what has to be tried out is
 * tried with files that are deleted again. Not thread-safe.
 */
package org.rollcall.doctor;
