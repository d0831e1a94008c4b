/**
 * The files that a school keeps under {@code config/}: rosters, enrolment photos, the timetable and
 * the holidays. {@link org.rollcall.school.Home} knows where everything lies.
 *
 * <p>Each file is read as a whole, and all that is wrong with it is told at once, in one {@link
 * org.rollcall.school.InvalidConfiguration}. Everything here is immutable or used by one thread.
 */
package org.rollcall.school;
