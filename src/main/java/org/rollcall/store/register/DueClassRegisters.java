package org.rollcall.store.register;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.Message;
import org.rollcall.store.db.Database;
import org.rollcall.store.db.MessageColumns;

/** Class registers that do not show the latest changes yet. */
public final class DueClassRegisters {
  private final Database database;
  private final Clock clock;

  /**
   * Stores in a database which class registers have to be written.
   *
   * @param database the open database, which the caller closes
   * @param clock source of the current time
   */
  public DueClassRegisters(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A class register that has to be written.
   *
   * @param className name of the class
   * @param since when the latest change was made that it does not show
   * @param reason why it could not be written; empty before the first attempt
   */
  public record Due(String className, Instant since, Optional<Message> reason) {}

  /**
   * Records a change that a class register does not show yet.
   *
   * @param className name of the class
   */
  public void add(String className) {
    // Always later than the entry that another process may be writing for, even within a
    // millisecond.
    String sql =
        """
        INSERT INTO register_due (class_name, reason, since) VALUES (:className, '', :now)
        ON CONFLICT (class_name) DO UPDATE SET since = CASE
          WHEN excluded.since > register_due.since THEN excluded.since
          ELSE register_due.since + 1 END\
        """;
    database.change(
        handle ->
            handle
                .createUpdate(sql)
                .bind("className", className)
                .bind("now", clock.instant())
                .execute());
  }

  /**
   * Records why a class register could not be written.
   *
   * @param due the class register
   * @param reason why
   */
  public void failed(Due due, Message reason) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    "UPDATE register_due SET reason = :reason, reason_code = :code"
                        + " WHERE class_name = :className")
                .bind("reason", reason.toString())
                .bind("code", MessageColumns.code(reason))
                .bind("className", due.className())
                .execute());
  }

  /**
   * Records that a class register was written. Changes made since {@code due} was read remain due.
   *
   * @param due the entry as it was before any data was read for the class register
   */
  public void written(Due due) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    "DELETE FROM register_due WHERE class_name = :className AND since = :since")
                .bind("className", due.className())
                .bind("since", due.since())
                .execute());
  }

  /** {@return the class registers to write, the oldest change first} */
  public List<Due> list() {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM register_due ORDER BY since, class_name")
                .map(
                    row ->
                        new Due(
                            row.getColumn("class_name", String.class),
                            row.getColumn("since", Instant.class),
                            MessageColumns.find(row, "reason")))
                .list());
  }
}
