/**
 * The files that a school maintains under {@code config/}: rosters, enrolment photos, the timetable
 * and the holidays. {@link org.rollcall.school.Home} knows the location of every file.
 *
 * <p>Each file is read completely and all its problems are reported together, in one {@link
 * org.rollcall.school.InvalidConfiguration}. Everything here is either immutable or confined to one
 * thread.
 */
package org.rollcall.school;
