package org.rollcall.store.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;
import org.rollcall.store.account.AuditEntry.Action;
import org.rollcall.store.db.Database;

/** The audit log: who did what, and when. */
public final class AuditLog {
  private static final int LONGEST = 300;

  private final Database database;
  private final Clock clock;

  /**
   * Stores the audit log in a database.
   *
   * @param database the open database, which the caller closes
   * @param clock source of the current time
   */
  public AuditLog(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Logs an action that has just been done.
   *
   * @param who name of the account, or of the operating-system user
   * @param origin network address of the browser, or {@link AuditEntry#COMMAND}; may be empty
   * @param action what was done
   * @param about the object of the action, without names of students; may be empty. Long texts are
   *     truncated
   */
  public void add(String who, String origin, Action action, String about) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO audit_entry (id, at, who, origin, action, about)
                    VALUES (:id, :at, :who, :origin, :action, :about)\
                    """)
                .bind("id", UUID.randomUUID().toString())
                .bind("at", clock.instant())
                .bind("who", shortened(who))
                .bind("origin", shortened(origin))
                .bind("action", action)
                .bind("about", shortened(about))
                .execute());
  }

  /**
   * Truncates a text and replaces NUL, which PostgreSQL rejects; nobody types it, but a client may
   * send it.
   */
  private static String shortened(String text) {
    return text.substring(0, Math.min(LONGEST, text.length())).replace('\0', ' ');
  }

  /** {@return the number of entries} */
  public long count() {
    return database.read(
        handle -> handle.createQuery("SELECT COUNT(*) FROM audit_entry").mapTo(Long.class).one());
  }

  /**
   * Reads a page of entries, the latest first.
   *
   * @param skipped how many of the latest entries to skip
   * @param most the maximum number of entries to read
   * @return the entries, the latest first
   */
  public List<AuditEntry> entries(long skipped, int most) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT at, who, origin, action, about FROM audit_entry"
                        + " ORDER BY at DESC, id LIMIT :most OFFSET :skipped")
                .bind("most", most)
                .bind("skipped", skipped)
                .map(AuditLog::entry)
                .list());
  }

  /**
   * Reads the entries of one action since a time.
   *
   * @param action the action
   * @param since the earliest time
   * @return the entries, the latest first
   */
  public List<AuditEntry> entries(Action action, Instant since) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT at, who, origin, action, about FROM audit_entry"
                        + " WHERE action = :action AND at >= :since ORDER BY at DESC, id")
                .bind("action", action)
                .bind("since", since)
                .map(AuditLog::entry)
                .list());
  }

  private static AuditEntry entry(RowView row) {
    return new AuditEntry(
        row.getColumn("at", Instant.class),
        row.getColumn("who", String.class),
        row.getColumn("origin", String.class),
        row.getColumn("action", Action.class),
        row.getColumn("about", String.class));
  }

  /**
   * Deletes old entries.
   *
   * @param before entries older than this are deleted
   */
  public void forget(Instant before) {
    database.change(
        handle ->
            handle
                .createUpdate("DELETE FROM audit_entry WHERE at < :before")
                .bind("before", before)
                .execute());
  }
}
