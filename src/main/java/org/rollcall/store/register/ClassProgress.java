package org.rollcall.store.register;

import org.rollcall.model.LessonTally;

/**
 * The progress of a class: how many lessons it has, and its latest marks.
 *
 * @param className name of the class
 * @param lessons number of lessons with a register (above 0)
 * @param latest the latest of these lessons
 * @param reviews number of marks in Review in all lessons
 */
public record ClassProgress(String className, int lessons, LessonTally latest, int reviews) {}
