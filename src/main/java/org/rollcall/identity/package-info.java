/**
 * From faces to marks: faces are tracked from frame to frame ({@link
 * org.rollcall.identity.Tracker}), tracks are matched with the students of the class ({@link
 * org.rollcall.identity.Identifier}), and the sightings of a student decide the mark ({@link
 * org.rollcall.identity.Attendance}).
 *
 * <p>To combine several recordings of one lesson, first {@linkplain
 * org.rollcall.identity.Tracklet#shifted shift} their tracks to lesson time and assign them to
 * their cameras.
 *
 * <p>{@link org.rollcall.identity.ClassTrainer} trains the method that compares a person with the
 * students of a class; all methods score on the same scale, on which one limit rejects strangers
 * ({@link org.rollcall.identity.cohort.Cohort}).
 *
 * <p>Pure Java with no libraries except for the support vector machines in a subpackage, and with
 * no clock, files or threads of its own.
 */
package org.rollcall.identity;
