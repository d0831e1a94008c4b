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

/** What is new in the registers, for those who want to hear of it. */
public final class NewResults {
  private static final int VERSION_DIGITS = 16;

  private final Database database;

  /**
   * Looks for new results in a database.
   *
   * @param database the open database, which the caller closes
   */
  public NewResults(Database database) {
    this.database = database;
  }

  /**
   * A lesson that was processed.
   *
   * @param lesson which lesson
   * @param processed when, the last time
   * @param version tells the marks that Rollcall found from those that it found another time;
   *     corrections do not matter
   */
  public record NewLesson(LessonKey lesson, Instant processed, String version) {}

  /**
   * The lessons that were processed lately, and are not being processed again now.
   *
   * @param since only those processed at that time or later
   * @return the lessons, the one processed first before the others
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
   * The version of a register.
   *
   * @param register the register
   * @return its version, as in {@link #since}
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
   * Whether a class has a register of a lesson in some days.
   *
   * @param className name of the class
   * @param from the first day
   * @param to the last day
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
