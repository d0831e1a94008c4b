package org.rollcall.store.register;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.rollcall.model.Correction;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Status;
import org.rollcall.model.StudentLesson;
import org.rollcall.model.WrittenCorrection;
import org.rollcall.store.db.Columns;
import org.rollcall.store.db.StudentRows;

/**
 * The corrections of a lesson, current and past. They are sorted here, because databases sort texts
 * differently.
 */
final class Corrections {
  private Corrections() {}

  static Map<String, Correction> of(Handle handle, LessonKey lesson) {
    return handle
        .createQuery("SELECT * FROM correction WHERE lesson_id = :lesson")
        .bind("lesson", lesson.fileStem())
        .reduceRows(
            new TreeMap<>(),
            (corrections, row) -> {
              corrections.put(row.getColumn("student_id", String.class), correction(row));
              return corrections;
            });
  }

  /** Returns all corrections ever made for a student of a class. */
  static List<WrittenCorrection> ofStudent(Handle handle, String className, String student) {
    String sql =
        """
        SELECT lesson.class_name, lesson_date, lesson_start, written.* FROM (
          SELECT lesson_id, status, remark, author, since, CAST(NULL AS BIGINT) AS ended, CAST(NULL AS TEXT) AS ended_by
          FROM correction WHERE class_name = :className AND student_id = :student
          UNION ALL
          SELECT lesson_id, status, remark, author, since, ended, ended_by
          FROM past_correction WHERE class_name = :className AND student_id = :student) AS written
        JOIN lesson ON lesson.id = written.lesson_id\
        """;
    return handle
        .createQuery(sql)
        .bind("className", className)
        .bind("student", student)
        .map(
            row ->
                new WrittenCorrection(
                    Columns.lesson(row),
                    correction(row),
                    row.getColumn("author", String.class),
                    row.getColumn("since", Instant.class),
                    Columns.optional(row, "ended", Instant.class)
                        .map(
                            at ->
                                new WrittenCorrection.CorrectionEnd(
                                    at, row.getColumn("ended_by", String.class)))))
        .list();
  }

  /**
   * A change of corrections.
   *
   * @param author who makes it, or the sheet in which it was typed
   * @param at when
   */
  record Edit(String author, Instant at) {}

  static void replace(Handle handle, LessonKey lesson, Map<String, Correction> wanted, Edit edit) {
    Map<String, Correction> held = of(handle, lesson);
    Map<String, Correction> ended = new HashMap<>(held);
    ended.entrySet().removeAll(wanted.entrySet());
    ended.keySet().forEach(student -> end(handle, lesson, student, edit));

    Map<String, Correction> added = new LinkedHashMap<>(wanted);
    added.entrySet().removeAll(held.entrySet());
    added.forEach(
        (student, correction) ->
            insert(
                handle,
                lesson,
                student,
                new StudentLesson.Written(correction, edit.author, edit.at)));
  }

  private static void end(Handle handle, LessonKey lesson, String student, Edit edit) {
    String keep =
        """
        INSERT INTO past_correction (lesson_id, class_name, student_id, status, remark, author,
          since, ended, ended_by)
        SELECT lesson_id, class_name, student_id, status, remark, author, since, :at, :author
        FROM correction WHERE lesson_id = :lesson AND student_id = :student\
        """;
    handle
        .createUpdate(keep)
        .bind("lesson", lesson.fileStem())
        .bind("student", student)
        .bind("author", edit.author)
        .bind("at", edit.at)
        .execute();
    handle.execute(
        "DELETE FROM correction WHERE lesson_id = ? AND student_id = ?",
        lesson.fileStem(),
        student);
  }

  private static void insert(
      Handle handle, LessonKey lesson, String student, StudentLesson.Written written) {
    StudentRows.ensure(handle, lesson.className(), student);
    String sql =
        """
        INSERT INTO correction (lesson_id, class_name, student_id, status, remark, author, since)
        VALUES (:fileStem, :className, :student, :status, :remark, :author, :since)\
        """;
    handle
        .createUpdate(sql)
        .bindMethods(lesson)
        .bind("student", student)
        .bindMethods(written)
        .bindMethods(written.correction())
        .execute();
  }

  /** Reads a correction and its author from a row of the table {@code correction}. */
  static StudentLesson.Written written(RowView row) {
    return new StudentLesson.Written(
        correction(row),
        row.getColumn("author", String.class),
        row.getColumn("since", Instant.class));
  }

  private static Correction correction(RowView row) {
    return new Correction(
        Columns.optional(row, "status", Status.class), row.getColumn("remark", String.class));
  }
}
