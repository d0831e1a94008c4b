package org.rollcall.store;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Outcome;

/**
 * Which recordings were processed. A recording is known by its content, so that a renamed or copied
 * one is not processed again.
 */
public final class Ledger {
  private final Database database;
  private final Clock clock;

  Ledger(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Where a recording stands. */
  public enum State {
    /** It was begun and has to be begun again. */
    WAITING,
    /** It is being processed. */
    RUNNING,
    /** All of it was processed. */
    DONE,
    /** There is a sheet, but a part of the recording could not be used. */
    PARTIAL,
    /** There is no sheet. */
    FAILED
  }

  /**
   * What the ledger says of a recording.
   *
   * @param sha256 hash of the content, 64 hexadecimal digits
   * @param file path as it was last seen, relative to the home, with {@code /}
   * @param lesson which lesson it shows, where the file name tells
   * @param state where it stands
   * @param attempts how often it was begun since it last ended; those that a temporary failure
   *     ended do not count
   * @param reason why it is in this state; empty for plain ones
   * @param since when it came into this state
   * @param finished when it ended
   */
  public record Entry(
      String sha256,
      String file,
      Optional<LessonKey> lesson,
      State state,
      int attempts,
      String reason,
      Instant since,
      Optional<Instant> finished) {}

  /**
   * Looks a recording up.
   *
   * @param sha256 hash of the content
   * @return its entry; empty when nobody has begun it yet
   */
  public Optional<Entry> find(String sha256) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM recording WHERE sha256 = :sha256")
                .bind("sha256", sha256)
                .map(Ledger::entry)
                .findOne());
  }

  /** {@return all entries, the latest change first} */
  public List<Entry> entries() {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM recording ORDER BY since DESC, sha256")
                .map(Ledger::entry)
                .list());
  }

  /**
   * Begins a recording, unless somebody else has. A new or waiting one can be begun, one that ended
   * only when asked for, and one that was refused as soon as its name tells the lesson.
   *
   * @param sha256 hash of the content
   * @param file its path
   * @param lesson which lesson it shows
   * @param again whether one that ended shall be processed once more
   * @return whether it is now the caller's, who has to {@link #finish} it or {@link #putBack} it
   */
  public boolean claim(String sha256, String file, LessonKey lesson, boolean again) {
    String sql =
        """
        INSERT INTO recording
          (sha256, file, class_name, lesson_date, lesson_start, state, attempts, reason, since)
        VALUES (:sha256, :file, :className, :date, :start, 'RUNNING', 1, '', :now)
        ON CONFLICT (sha256) DO UPDATE SET
          file = excluded.file, class_name = excluded.class_name,
          lesson_date = excluded.lesson_date, lesson_start = excluded.lesson_start,
          state = 'RUNNING', reason = '', since = excluded.since, finished = NULL,
          attempts = CASE WHEN recording.state = 'WAITING' THEN recording.attempts + 1 ELSE 1 END
        WHERE recording.state = 'WAITING'
          OR recording.class_name IS NULL
          OR (:again AND recording.state <> 'RUNNING')\
        """;
    return database.write(
        handle ->
            handle
                    .createUpdate(sql)
                    .bind("sha256", sha256)
                    .bind("file", file)
                    .bindMethods(lesson)
                    .bind("again", again)
                    .bind("now", clock.instant())
                    .execute()
                == 1);
  }

  /**
   * Ends a claimed recording.
   *
   * @param sha256 hash of the content
   * @param outcome how it ended
   * @throws IllegalStateException if the recording is not being processed
   */
  public void finish(String sha256, Outcome outcome) {
    String reason = String.join(" ", outcome.reasons());
    database.change(
        handle -> leaveRunning(handle, sha256, State.valueOf(outcome.state().name()), reason, 0));
  }

  /**
   * Gives a claimed recording back after a temporary failure, so that the next run takes it.
   *
   * @param sha256 hash of the content
   * @param reason what it waits for, a sentence
   * @throws IllegalStateException if the recording is not being processed
   */
  public void putBack(String sha256, String reason) {
    database.change(handle -> leaveRunning(handle, sha256, State.WAITING, reason, 1));
  }

  /**
   * Notes that a recording cannot be processed because its name does not tell the lesson. Says
   * nothing about one whose lesson is known already.
   *
   * @param sha256 hash of the content
   * @param file its path
   * @param reason why, a sentence
   */
  public void refuse(String sha256, String file, String reason) {
    String sql =
        """
        INSERT INTO recording (sha256, file, state, attempts, reason, since, finished)
        VALUES (:sha256, :file, 'FAILED', 0, :reason, :now, :now)
        ON CONFLICT (sha256) DO UPDATE SET
          file = excluded.file, reason = excluded.reason,
          since = excluded.since, finished = excluded.finished
        WHERE recording.class_name IS NULL\
        """;
    database.change(
        handle ->
            handle
                .createUpdate(sql)
                .bind("sha256", sha256)
                .bind("file", file)
                .bind("reason", reason)
                .bind("now", clock.instant())
                .execute());
  }

  /**
   * Takes care of recordings whose process died: they wait again, or fail if that has happened too
   * often. Only for the one who holds the {@link HomeLock}, before claiming anything.
   *
   * @param attemptsAllowed how many attempts may die before a recording fails (> 0)
   * @return the recordings concerned, as they now stand
   */
  public List<Entry> recover(int attemptsAllowed) {
    String sql =
        """
        UPDATE recording SET
          state = CASE WHEN attempts < :allowed THEN 'WAITING' ELSE 'FAILED' END,
          finished = CASE WHEN attempts < :allowed THEN NULL ELSE :now END,
          reason = CASE WHEN attempts < :allowed
            THEN 'Rollcall was stopped in the middle of it.'
            ELSE 'Rollcall was stopped in the middle of it, ' || attempts || ' times in a row.' END,
          since = :now
        WHERE state = 'RUNNING'
        RETURNING *\
        """;
    return database.write(
        handle ->
            handle
                .createQuery(sql)
                .bind("allowed", attemptsAllowed)
                .bind("now", clock.instant())
                .map(Ledger::entry)
                .list());
  }

  /**
   * The hash of a file that has not changed since it was computed.
   *
   * @param file its path
   * @param bytes its size
   * @param modified its time of last modification
   * @return the hash; empty when the file is new, or its size or time differs
   */
  public Optional<String> knownHash(String file, long bytes, Instant modified) {
    String sql =
        """
        SELECT sha256 FROM known_file
        WHERE file = :file AND bytes = :bytes AND modified = :modified\
        """;
    return database.read(
        handle ->
            handle
                .createQuery(sql)
                .bind("file", file)
                .bind("bytes", bytes)
                .bind("modified", modified)
                .mapTo(String.class)
                .findOne());
  }

  /**
   * Remembers the hash of a file.
   *
   * @param file its path
   * @param bytes its size when it was hashed
   * @param modified its time of last modification then
   * @param sha256 hash of the content
   */
  public void rememberHash(String file, long bytes, Instant modified, String sha256) {
    String sql =
        """
        INSERT INTO known_file (file, bytes, modified, sha256)
        VALUES (:file, :bytes, :modified, :sha256)
        ON CONFLICT (file) DO UPDATE SET
          bytes = excluded.bytes, modified = excluded.modified, sha256 = excluded.sha256\
        """;
    database.change(
        handle ->
            handle
                .createUpdate(sql)
                .bind("file", file)
                .bind("bytes", bytes)
                .bind("modified", modified)
                .bind("sha256", sha256)
                .execute());
  }

  private void leaveRunning(
      Handle handle, String sha256, State state, String reason, int attemptsForgiven) {
    String sql =
        """
        UPDATE recording SET state = :state, reason = :reason, since = :now,
          finished = :finished, attempts = attempts - :forgiven
        WHERE sha256 = :sha256 AND state = 'RUNNING'\
        """;
    Instant now = clock.instant();
    int changed =
        handle
            .createUpdate(sql)
            .bind("sha256", sha256)
            .bind("state", state)
            .bind("reason", reason)
            .bind("now", now)
            .bind("finished", state == State.WAITING ? null : now)
            .bind("forgiven", attemptsForgiven)
            .execute();
    if (changed != 1) {
      throw new IllegalStateException("Recording " + sha256 + " is not being processed");
    }
  }

  private static Entry entry(RowView row) {
    return new Entry(
        row.getColumn("sha256", String.class),
        row.getColumn("file", String.class),
        Columns.optional(row, "class_name", String.class).map(name -> Columns.lesson(row)),
        row.getColumn("state", State.class),
        row.getColumn("attempts", Integer.class),
        row.getColumn("reason", String.class),
        row.getColumn("since", Instant.class),
        Columns.optional(row, "finished", Instant.class));
  }
}
