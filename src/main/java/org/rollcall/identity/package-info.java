/**
 * Who is who: faces are followed from frame to frame ({@link org.rollcall.identity.Tracker}),
 * tracks are matched with the students of the class ({@link org.rollcall.identity.Identifier}), and
 * what was seen of a student becomes a mark ({@link org.rollcall.identity.Attendance}).
 *
 * <p>Pure Java without any library, and without clock, files or threads of its own.
 */
package org.rollcall.identity;
