package org.rollcall.store.db;

import org.jdbi.v3.core.Handle;
import org.rollcall.model.LessonKey;

/** The rows of lessons, to which the other tables about a lesson refer. */
public final class LessonRows {
  private LessonRows() {}

  /**
   * Inserts the row of a lesson unless it exists.
   *
   * @param handle a handle inside a transaction that writes
   * @param lesson the lesson
   */
  public static void ensure(Handle handle, LessonKey lesson) {
    handle
        .createUpdate(
            """
            INSERT INTO lesson (id, class_name, lesson_date, lesson_start)
            VALUES (:fileStem, :className, :date, :start)
            ON CONFLICT (id) DO NOTHING\
            """)
        .bindMethods(lesson)
        .execute();
  }
}
