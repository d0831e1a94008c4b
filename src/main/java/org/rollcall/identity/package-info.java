/**
 * Who is who: faces are followed from frame to frame ({@link org.rollcall.identity.Tracker}),
 * tracks are matched with the students of the class ({@link org.rollcall.identity.Identifier}), and
 * what was seen of a student becomes a mark ({@link org.rollcall.identity.Attendance}).
 *
 * <p>Several recordings make one lesson when their tracks are {@linkplain
 * org.rollcall.identity.Tracklet#shifted moved} to its time and to their cameras before.
 *
 * <p>How a person is compared with the students of a class, {@link
 * org.rollcall.identity.ClassTrainer} decides; all ways end in one unit of score, in which one
 * limit refuses strangers ({@link org.rollcall.identity.Cohort}).
 *
 * <p>Pure Java without any library but for the support vector machines below it, and without clock,
 * files or threads of its own.
 */
package org.rollcall.identity;
