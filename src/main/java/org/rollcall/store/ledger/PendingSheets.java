package org.rollcall.store.ledger;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.LessonKey;
import org.rollcall.store.db.Columns;
import org.rollcall.store.db.Database;

/** Lessons that are done but for their sheet, which could not be written. */
public final class PendingSheets {
  private final Database database;
  private final Clock clock;

  /**
   * Keeps in a database which sheets have to be written.
   *
   * @param database the open database, which the caller closes
   * @param clock tells the time
   */
  public PendingSheets(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A sheet that has to be written.
   *
   * @param lesson which lesson
   * @param reason why it could not be, a sentence
   */
  public record Pending(LessonKey lesson, String reason) {}

  /**
   * Takes down that the sheet of a saved lesson has to be written.
   *
   * @param lesson which lesson
   * @param reason why it could not be, a sentence
   */
  public void add(LessonKey lesson, String reason) {
    String sql =
        """
        INSERT INTO pending_sheet (lesson_id, reason, since) VALUES (:lesson, :reason, :now)
        ON CONFLICT (lesson_id) DO UPDATE SET reason = excluded.reason\
        """;
    database.change(
        handle ->
            handle
                .createUpdate(sql)
                .bind("lesson", lesson.fileStem())
                .bind("reason", reason)
                .bind("now", clock.instant())
                .execute());
  }

  /**
   * Takes down that the sheet of a lesson is as it should be.
   *
   * @param lesson which lesson
   */
  public void remove(LessonKey lesson) {
    database.change(
        handle ->
            handle.execute("DELETE FROM pending_sheet WHERE lesson_id = ?", lesson.fileStem()));
  }

  /**
   * Why the sheet of a lesson could not be written.
   *
   * @param lesson which lesson
   * @return the reason, a sentence; empty if it does not have to be
   */
  public Optional<String> reason(LessonKey lesson) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT reason FROM pending_sheet WHERE lesson_id = :lesson")
                .bind("lesson", lesson.fileStem())
                .mapTo(String.class)
                .findOne());
  }

  /** {@return what has to be written, the oldest first} */
  public List<Pending> list() {
    String sql =
        """
        SELECT lesson.class_name, lesson.lesson_date, lesson.lesson_start, pending_sheet.reason
        FROM pending_sheet JOIN lesson ON lesson.id = pending_sheet.lesson_id
        ORDER BY since, lesson_id\
        """;
    return database.read(
        handle ->
            handle
                .createQuery(sql)
                .map(row -> new Pending(Columns.lesson(row), row.getColumn("reason", String.class)))
                .list());
  }
}
