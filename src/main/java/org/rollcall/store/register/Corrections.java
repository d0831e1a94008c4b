package org.rollcall.store.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;
import org.rollcall.model.Correction;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Status;
import org.rollcall.model.StudentLesson;
import org.rollcall.model.WrittenCorrection;
import org.rollcall.model.WrittenCorrection.CorrectionEnd;
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
    return written(handle, "class_name = :className AND student_id = :student")
        .bind("className", className)
        .bind("student", student)
        .map(Corrections::writtenCorrection)
        .list();
  }

  /** Returns all corrections ever made in a lesson, by student id. */
  static Map<String, List<WrittenCorrection>> ofLesson(Handle handle, LessonKey lesson) {
    return written(handle, "lesson_id = :lesson")
        .bind("lesson", lesson.fileStem())
        .reduceRows(
            new TreeMap<>(),
            (byStudent, row) -> {
              byStudent
                  .computeIfAbsent(
                      row.getColumn("student_id", String.class), student -> new ArrayList<>())
                  .add(writtenCorrection(row));
              return byStudent;
            });
  }

  private static Query written(Handle handle, String condition) {
    return handle.createQuery(
        """
        SELECT lesson.class_name, lesson_date, lesson_start, written.* FROM (
          SELECT lesson_id, student_id, status, remark, author, since,
            CAST(NULL AS BIGINT) AS ended, CAST(NULL AS TEXT) AS ended_by
          FROM correction WHERE %1$s
          UNION ALL
          SELECT lesson_id, student_id, status, remark, author, since, ended, ended_by
          FROM past_correction WHERE %1$s) AS written
        JOIN lesson ON lesson.id = written.lesson_id\
        """
            .formatted(condition));
  }

  private static WrittenCorrection writtenCorrection(RowView row) {
    return new WrittenCorrection(
        Columns.lesson(row),
        correction(row),
        row.getColumn("author", String.class),
        row.getColumn("since", Instant.class),
        Columns.optional(row, "ended", Instant.class)
            .map(
                at ->
                    new WrittenCorrection.CorrectionEnd(
                        at, row.getColumn("ended_by", String.class))));
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

  /** Replaces the correction of one student by another, or withdraws it. */
  static void change(Handle handle, LessonKey lesson, SheetEdits.SheetEdit wanted, Edit edit) {
    end(handle, lesson, wanted.student(), edit);
    if (!wanted.correction().equals(Correction.NONE)) {
      insert(
          handle,
          lesson,
          wanted.student(),
          new StudentLesson.Written(wanted.correction(), edit.author, edit.at));
    }
  }

  /** Lets the past correction that was in force at the time of another end there. */
  static void cutShort(Handle handle, LessonKey lesson, SheetEdits.SheetEdit by, String author) {
    handle
        .createUpdate(
            """
            UPDATE past_correction SET ended = :at, ended_by = :author
            WHERE lesson_id = :lesson AND student_id = :student AND since <= :at AND ended > :at\
            """)
        .bind("lesson", lesson.fileStem())
        .bindMethods(by)
        .bind("author", author)
        .execute();
  }

  static void insertPast(
      Handle handle, LessonKey lesson, SheetEdits.SheetEdit edit, WrittenCorrection written) {
    StudentRows.ensure(handle, lesson.className(), edit.student());
    CorrectionEnd end = written.end().orElseThrow();
    handle
        .createUpdate(
            """
            INSERT INTO past_correction (lesson_id, class_name, student_id, status, remark, author,
              since, ended, ended_by)
            VALUES (:fileStem, :className, :student, :status, :remark, :author, :since, :at, :by)\
            """)
        .bindMethods(lesson)
        .bind("student", edit.student())
        .bindMethods(edit.correction())
        .bind("author", written.author())
        .bind("since", written.since())
        .bindMethods(end)
        .execute();
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
