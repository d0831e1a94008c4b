package org.rollcall.store.register;

import org.rollcall.model.LessonTally;

/**
 * What there is of a class.
 *
 * @param className name of the class
 * @param lessons how many lessons have a register (above 0)
 * @param latest the last of them
 */
public record ClassProgress(String className, int lessons, LessonTally latest) {}
