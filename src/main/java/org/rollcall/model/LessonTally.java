package org.rollcall.model;

/**
 * How many students have which mark in a lesson, corrections included.
 *
 * @param lesson which lesson
 * @param tally the marks that hold
 */
public record LessonTally(LessonKey lesson, Tally tally) {}
