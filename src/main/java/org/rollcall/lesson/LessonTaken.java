package org.rollcall.lesson;

import org.rollcall.model.LessonKey;
import org.rollcall.model.RollcallException;

/** The lesson of a recording has a sheet already, made from another recording. */
public final class LessonTaken extends RollcallException {
  private static final long serialVersionUID = 1L;

  LessonTaken(String file, LessonKey lesson, String other) {
    super(
        ("Cannot use %s: lesson %s has a sheet already, made from %s. Keep one recording of the"
                + " lesson, or correct the class, date or time in the name of the other one.")
            .formatted(file, lesson, other));
  }
}
