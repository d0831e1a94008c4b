package org.rollcall.store.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.store.db.Columns;
import org.rollcall.store.db.Database;
import org.rollcall.store.db.MessageColumns;

/** Lessons that are done except for their sheet, which could not be written. */
public final class PendingSheets {
  private final Database database;
  private final Clock clock;

  /**
   * Stores pending sheets in a database.
   *
   * @param database the open database, which the caller closes
   * @param clock source of the current time
   */
  public PendingSheets(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A sheet that has to be written.
   *
   * @param lesson the lesson
   * @param reason why it could not be written
   * @param since when it could not be written for the first time
   */
  public record Pending(LessonKey lesson, Message reason, Instant since) {}

  /**
   * Records that the sheet of a saved lesson has to be written.
   *
   * @param lesson the lesson
   * @param reason why it could not be written
   */
  public void add(LessonKey lesson, Message reason) {
    String sql =
        """
        INSERT INTO pending_sheet (lesson_id, reason, reason_code, since)
        VALUES (:lesson, :reason, :code, :now)
        ON CONFLICT (lesson_id)
          DO UPDATE SET reason = excluded.reason, reason_code = excluded.reason_code\
        """;
    database.change(
        handle ->
            handle
                .createUpdate(sql)
                .bind("lesson", lesson.fileStem())
                .bind("reason", reason.toString())
                .bind("code", MessageColumns.code(reason))
                .bind("now", clock.instant())
                .execute());
  }

  /**
   * Records that the sheet of a lesson is up to date.
   *
   * @param lesson the lesson
   */
  public void remove(LessonKey lesson) {
    database.change(
        handle ->
            handle.execute("DELETE FROM pending_sheet WHERE lesson_id = ?", lesson.fileStem()));
  }

  /**
   * Returns why the sheet of a lesson could not be written.
   *
   * @param lesson the lesson
   * @return the reason; empty if the sheet is not pending
   */
  public Optional<Message> reason(LessonKey lesson) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT reason, reason_code FROM pending_sheet WHERE lesson_id = :lesson")
                .bind("lesson", lesson.fileStem())
                .map(row -> MessageColumns.find(row, "reason").orElseThrow())
                .findOne());
  }

  /** {@return the pending sheets, the oldest first} */
  public List<Pending> list() {
    String sql =
        """
        SELECT lesson.class_name, lesson.lesson_date, lesson.lesson_start,
          pending_sheet.reason, pending_sheet.reason_code, pending_sheet.since
        FROM pending_sheet JOIN lesson ON lesson.id = pending_sheet.lesson_id
        ORDER BY since, lesson_id\
        """;
    return database.read(
        handle ->
            handle
                .createQuery(sql)
                .map(
                    row ->
                        new Pending(
                            Columns.lesson(row),
                            MessageColumns.find(row, "reason").orElseThrow(),
                            row.getColumn("since", Instant.class)))
                .list());
  }
}
