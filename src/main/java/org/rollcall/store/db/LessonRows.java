package org.rollcall.store.db;

import org.jdbi.v3.core.Handle;
import org.rollcall.model.LessonKey;

/** The rows that everything about a lesson refers to. */
public final class LessonRows {
  private LessonRows() {}

  /**
   * Inserts the row of a lesson unless it exists.
   *
   * @param handle inside a transaction that writes
   * @param lesson which lesson
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
