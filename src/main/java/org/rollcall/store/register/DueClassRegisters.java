package org.rollcall.store.register;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.rollcall.store.db.Database;

/** Class registers that do not show all that is known yet. */
public final class DueClassRegisters {
  private final Database database;
  private final Clock clock;

  /**
   * Keeps in a database which class registers have to be written.
   *
   * @param database the open database, which the caller closes
   * @param clock tells the time
   */
  public DueClassRegisters(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A register that has to be written.
   *
   * @param className name of the class
   * @param since when something last changed that it does not show
   * @param reason why it could not be written, a sentence; empty before the first try
   */
  public record Due(String className, Instant since, String reason) {}

  /**
   * Takes down that something has changed that a register does not show.
   *
   * @param className name of the class
   */
  public void add(String className) {
    // Later than whatever somebody may be writing just now, also within a millisecond.
    String sql =
        """
        INSERT INTO register_due (class_name, reason, since) VALUES (:className, '', :now)
        ON CONFLICT (class_name) DO UPDATE SET since = CASE
          WHEN excluded.since > register_due.since THEN excluded.since
          ELSE register_due.since + 1 END\\
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
   * Takes down why a register could not be written.
   *
   * @param due which one
   * @param reason a sentence
   */
  public void failed(Due due, String reason) {
    database.change(
        handle ->
            handle.execute(
                "UPDATE register_due SET reason = ? WHERE class_name = ?",
                reason,
                due.className()));
  }

  /**
   * Takes down that a register was written. What has changed since it was asked for stays to be
   * written.
   *
   * @param due as it was before anything was read for it
   */
  public void written(Due due) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    "DELETE FROM register_due WHERE class_name = :className AND since = :since")
                .bindMethods(due)
                .execute());
  }

  /** {@return what has to be written, the oldest change first} */
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
                            row.getColumn("reason", String.class)))
                .list());
  }
}
