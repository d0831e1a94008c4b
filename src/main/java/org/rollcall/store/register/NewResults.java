package org.rollcall.store.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.rollcall.basics.Sha256;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Status;
import org.rollcall.store.db.Columns;
import org.rollcall.store.db.Database;

/** Finds new results in the registers, to notify those who want to know of them. */
public final class NewResults {
  private static final int VERSION_DIGITS = 16;

  private final Database database;

  /**
   * Finds new results in a database.
   *
   * @param database the open database, which the caller closes
   */
  public NewResults(Database database) {
    this.database = database;
  }

  /**
   * A lesson that was processed.
   *
   * @param lesson the lesson
   * @param processed when it was last processed
   * @param version fingerprint of the marks that Rollcall found, which changes when these do;
   *     corrections do not affect it
   */
  public record NewLesson(LessonKey lesson, Instant processed, String version) {}

  /**
   * Returns lessons that were processed recently and are not being processed again now.
   *
   * @param since only lessons processed at or after this time
   * @return the lessons, in the order in which they were processed
   */
  public List<NewLesson> since(Instant since) {
    String sql =
        """
        SELECT lesson.class_name, lesson_date, lesson_start, register.processed,
          verdict.student_id, verdict.status
        FROM register
        JOIN lesson ON lesson.id = register.lesson_id
        LEFT JOIN verdict ON verdict.lesson_id = register.lesson_id
        WHERE register.processed >= :since AND NOT EXISTS (
          SELECT 1 FROM work
          WHERE work.lesson_id = register.lesson_id AND work.state IN ('CLAIMED', 'RUNNING'))
        ORDER BY register.processed, register.lesson_id, verdict.position\
        """;
    return database.read(handle -> collect(handle, sql, since));
  }

  private static List<NewLesson> collect(Handle handle, String sql, Instant since) {
    Map<LessonKey, Instant> processed = new LinkedHashMap<>();
    Map<LessonKey, Map<String, Status>> marks = new LinkedHashMap<>();
    handle
        .createQuery(sql)
        .bind("since", since)
        .reduceRows(
            marks,
            (all, row) -> {
              LessonKey lesson = Columns.lesson(row);
              processed.put(lesson, row.getColumn("processed", Instant.class));
              add(all.computeIfAbsent(lesson, key -> new LinkedHashMap<>()), row);
              return all;
            });
    List<NewLesson> lessons = new ArrayList<>();
    processed.forEach(
        (lesson, when) -> lessons.add(new NewLesson(lesson, when, version(marks.get(lesson)))));
    return lessons;
  }

  private static void add(Map<String, Status> marks, RowView row) {
    Columns.optional(row, "student_id", String.class)
        .ifPresent(id -> marks.put(id, row.getColumn("status", Status.class)));
  }

  /**
   * Returns the version of a register.
   *
   * @param register the register
   * @return its version, as in {@link NewLesson#version}
   */
  public static String version(LessonRegister register) {
    Map<String, Status> marks = new LinkedHashMap<>();
    register.rows().stream()
        .map(LessonRegister.Row::verdict)
        .forEach(verdict -> marks.put(verdict.student().id(), verdict.status()));
    return version(marks);
  }

  private static String version(Map<String, Status> marks) {
    return Sha256.of(marks.toString()).substring(0, VERSION_DIGITS);
  }

  /**
   * Returns whether a class has a register of any lesson in a range of days.
   *
   * @param className name of the class
   * @param from the first day, inclusive
   * @param to the last day, inclusive
   * @return true if there is one
   */
  public boolean anyLesson(String className, LocalDate from, LocalDate to) {
    String sql =
        """
        SELECT lesson.id FROM lesson JOIN register ON register.lesson_id = lesson.id
        WHERE lesson.class_name = :class AND lesson_date >= :from AND lesson_date <= :to LIMIT 1\
        """;
    return database.read(
        handle ->
            handle
                .createQuery(sql)
                .bind("class", className)
                .bind("from", from)
                .bind("to", to)
                .mapTo(String.class)
                .findOne()
                .isPresent());
  }
}
