package org.rollcall.model;

/**
 * The number of students with each mark in a lesson, corrections included.
 *
 * @param lesson the lesson
 * @param tally the marks in force, counted
 */
public record LessonTally(LessonKey lesson, Tally tally) {}
