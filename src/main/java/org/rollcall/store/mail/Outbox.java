package org.rollcall.store.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.rollcall.basics.Extremes;
import org.rollcall.store.db.Database;
import org.rollcall.store.db.StudentRows;
import org.rollcall.store.mail.Mail.MailClaim;
import org.rollcall.store.mail.Mail.MailState;
import org.rollcall.store.mail.Mail.MailTopic;
import org.rollcall.store.mail.Mail.Tracked;

/**
 * The outbox: mails to send and mails sent. Any number of processes on any number of machines may
 * share the sending: only one of them holds the claim on a mail at a time.
 *
 * <p>A mail is marked as sent after a server has accepted it. If the process is killed or loses the
 * database in between, the mail is sent once more when the claim has expired: each such incident
 * may duplicate one mail, but loses none.
 */
public final class Outbox {
  /** How long a claim is valid: longer than any sending takes. */
  public static final Duration LEASE = Duration.ofMinutes(15);

  /** How long sending a mail is retried. */
  public static final Duration GIVE_UP_AFTER = Duration.ofDays(4);

  /** How long mails are kept that were sent or given up. */
  public static final Duration KEPT = Duration.ofDays(180);

  private final Database database;
  private final Clock clock;

  /**
   * Stores mails in a database.
   *
   * @param database the open database, which the caller closes
   * @param clock source of the current time
   */
  public Outbox(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Adds a mail.
   *
   * @param mail the mail
   * @return whether it is new; false if there is one with that key already, which stays as it is
   */
  public boolean add(Mail mail) {
    return database.write(
        handle -> {
          mail.topic()
              .student()
              .ifPresent(
                  id -> StudentRows.ensure(handle, mail.topic().className().orElseThrow(), id));
          return insert(handle, mail) > 0;
        });
  }

  private int insert(Handle handle, Mail mail) {
    String sql =
        """
        INSERT INTO mail (mail_key, kind, recipient, class_name, lesson_id, student_id, note,
          state, attempts, next_try, reason, created, since)
        VALUES (:key, :kind, :recipient, :className, :lesson, :student, :note,
          'WAITING', 0, :now, '', :now, :now)
        ON CONFLICT (mail_key) DO NOTHING\
        """;
    Mail.Topic topic = mail.topic();
    return handle
        .createUpdate(sql)
        .bind("key", mail.key())
        .bind("kind", mail.kind())
        .bind("recipient", mail.recipient())
        .bind("className", topic.className().orElse(null))
        .bind("lesson", topic.lesson().map(lesson -> lesson.fileStem()).orElse(null))
        .bind("student", topic.student().orElse(null))
        .bind("note", topic.note())
        .bind("now", clock.instant())
        .execute();
  }

  /**
   * Claims the next mail, the one that has been due longest.
   *
   * @return the claim, which the caller must end; empty if nothing is due
   */
  public Optional<MailClaim> next() {
    String sql =
        """
        SELECT mail_key FROM mail
        WHERE state = 'WAITING' AND next_try <= :now AND (token IS NULL OR expires < :now)
        ORDER BY next_try, created, mail_key LIMIT 1\
        """;
    return database.write(
        handle ->
            handle
                .createQuery(sql)
                .bind("now", clock.instant())
                .mapTo(String.class)
                .findOne()
                .map(key -> take(handle, key)));
  }

  private MailClaim take(Handle handle, String key) {
    String token = UUID.randomUUID().toString();
    Instant now = clock.instant();
    handle
        .createUpdate(
            """
            UPDATE mail SET token = :token, expires = :expires, attempts = attempts + 1
            WHERE mail_key = :key\
            """)
        .bind("token", token)
        .bind("expires", now.plus(LEASE))
        .bind("key", key)
        .execute();
    return handle
        .createQuery(MailReader.SELECT + " WHERE mail_key = :key")
        .bind("key", key)
        .map(MailReader::claim)
        .one();
  }

  /**
   * Records that a mail was sent.
   *
   * @param claim the claim on it
   * @param note the note to keep with it from now on
   */
  public void sent(MailClaim claim, String note) {
    String sql =
        "UPDATE mail SET state = 'SENT', sent = :now, note = :note, reason = '', token = NULL,"
            + " expires = NULL WHERE mail_key = :key AND token = :token";
    database.change(
        handle ->
            bind(handle, sql, claim).bind("note", note).bind("now", clock.instant()).execute());
  }

  /**
   * Records that a mail could not be sent. It is retried at growing intervals until it has been
   * waiting for {@link #GIVE_UP_AFTER}; then it is given up.
   *
   * @param claim the claim on it
   * @param reason why, a sentence
   */
  public void failed(MailClaim claim, String reason) {
    Instant next = clock.instant().plus(backOff(claim.attempts()));
    if (next.isAfter(claim.since().plus(GIVE_UP_AFTER))) {
      giveUp(claim, reason);
      return;
    }
    String sql =
        "UPDATE mail SET next_try = :next, reason = :reason, token = NULL, expires = NULL"
            + " WHERE mail_key = :key AND token = :token";
    database.change(
        handle -> bind(handle, sql, claim).bind("next", next).bind("reason", reason).execute());
  }

  /**
   * Records that a mail cannot be sent, and that a retry would not help.
   *
   * @param claim the claim on it
   * @param reason why, a sentence
   */
  public void giveUp(MailClaim claim, String reason) {
    String sql =
        "UPDATE mail SET state = 'GIVEN_UP', reason = :reason, token = NULL, expires = NULL"
            + " WHERE mail_key = :key AND token = :token";
    database.change(handle -> bind(handle, sql, claim).bind("reason", reason).execute());
  }

  /**
   * Deletes a mail that has become obsolete because what it says is no longer true.
   *
   * @param claim the claim on it
   */
  public void drop(MailClaim claim) {
    String sql = "DELETE FROM mail WHERE mail_key = :key AND token = :token";
    database.change(handle -> bind(handle, sql, claim).execute());
  }

  private static Update bind(Handle handle, String sql, MailClaim claim) {
    return handle.createUpdate(sql).bind("key", claim.mail().key()).bind("token", claim.token());
  }

  /** The delay before the next attempt: 2 minutes, 4, 8 and so on, up to 4 hours. */
  static Duration backOff(int attempts) {
    Duration longest = Duration.ofHours(4);
    Duration wait = Duration.ofMinutes(2);
    for (int i = 1; i < attempts && wait.compareTo(longest) < 0; i++) {
      wait = wait.multipliedBy(2);
    }
    return Extremes.min(wait, longest);
  }

  /**
   * Makes all mails due now that wait for a retry or were given up.
   *
   * @return the number of these mails
   */
  public int retry() {
    String sql =
        """
        UPDATE mail SET state = 'WAITING', next_try = :now, since = :now, attempts = 0
        WHERE state = 'GIVEN_UP' OR (state = 'WAITING' AND next_try > :now)\
        """;
    return database.write(
        handle -> handle.createUpdate(sql).bind("now", clock.instant()).execute());
  }

  /** Deletes mails that were sent or given up and that were added longer ago than {@link #KEPT}. */
  public void prune() {
    database.change(
        handle ->
            handle.execute(
                "DELETE FROM mail WHERE state <> 'WAITING' AND created < ?",
                clock.instant().minus(KEPT)));
  }

  /** {@return all mails, the most recently added first} */
  public List<Tracked> all() {
    String sql = MailReader.SELECT + " ORDER BY created DESC, mail_key";
    return database.read(handle -> handle.createQuery(sql).map(MailReader::tracked).list());
  }

  /**
   * Returns the mails of a kind.
   *
   * @param kind the kind
   * @param since only mails added at or after this time
   * @return the mails, in the order in which they were added
   */
  public List<Tracked> of(MailTopic kind, Instant since) {
    String sql =
        MailReader.SELECT + " WHERE kind = :kind AND created >= :since ORDER BY created, mail_key";
    return database.read(
        handle ->
            handle
                .createQuery(sql)
                .bind("kind", kind)
                .bind("since", since)
                .map(MailReader::tracked)
                .list());
  }

  /**
   * Returns the mails with sheets of recently processed lessons.
   *
   * @param since only lessons processed at or after this time
   * @return the mails, in the order in which they were added
   */
  public List<Tracked> aboutProcessed(Instant since) {
    String sql =
        MailReader.SELECT
            + """
             WHERE kind = 'SHEET'
              AND mail.lesson_id IN (SELECT lesson_id FROM register WHERE processed >= :since)
            ORDER BY created, mail_key\
            """;
    return database.read(
        handle -> handle.createQuery(sql).bind("since", since).map(MailReader::tracked).list());
  }

  /**
   * Returns whether a recipient has already been sent the sheet of a lesson.
   *
   * @param mail the mail that is about to be sent
   * @return true if another mail about the same lesson was sent to the same address
   */
  public boolean alreadySent(Mail mail) {
    String sql =
        """
        SELECT COUNT(*) FROM mail
        WHERE kind = 'SHEET' AND state = 'SENT' AND lesson_id = :lesson AND recipient = :recipient
          AND mail_key <> :key\
        """;
    return database.read(
            handle ->
                handle
                    .createQuery(sql)
                    .bind("lesson", mail.topic().lesson().orElseThrow().fileStem())
                    .bind("recipient", mail.recipient())
                    .bind("key", mail.key())
                    .mapTo(Integer.class)
                    .one())
        > 0;
  }

  /**
   * Counts the mails in a state.
   *
   * @param state the state
   * @return their number
   */
  public int count(MailState state) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT COUNT(*) FROM mail WHERE state = :state")
                .bind("state", state)
                .mapTo(Integer.class)
                .one());
  }
}
