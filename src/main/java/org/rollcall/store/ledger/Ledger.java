package org.rollcall.store.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.rollcall.model.Inspection;
import org.rollcall.model.Message;
import org.rollcall.model.RecordingPart;
import org.rollcall.store.db.Database;
import org.rollcall.store.db.MessageColumns;
import org.rollcall.store.ledger.Recording.RecordingState;

/**
 * The recordings and their states. A recording is identified by its content, so that a renamed or
 * copied one is not processed again. Work is done on the lessons that recordings show: see {@link
 * Claims}.
 */
public final class Ledger {
  private final Database database;
  private final Clock clock;

  /**
   * Stores recordings in a database.
   *
   * @param database the open database, which the caller closes
   * @param clock source of the current time
   */
  public Ledger(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Looks up a recording.
   *
   * @param sha256 hash of the content
   * @return the recording; empty if it is not in the ledger yet
   */
  public Optional<Recording> find(String sha256) {
    return database.read(handle -> RecordingReader.find(handle, sha256));
  }

  /** {@return all recordings, the most recently changed first} */
  public List<Recording> recordings() {
    return database.read(RecordingReader::all);
  }

  /**
   * Counts the recordings that match a filter.
   *
   * @param filter the filter
   * @return how many match
   */
  public long count(RecordingFilter filter) {
    return database.read(new RecordingList(filter)::count);
  }

  /**
   * Reads a page of the recordings that match a filter.
   *
   * @param filter the filter
   * @param skipped how many of the most recently changed matches to skip
   * @param most the maximum number of recordings to read
   * @return the recordings, the most recently changed first
   */
  public List<Recording> recordings(RecordingFilter filter, long skipped, int most) {
    return database.read(handle -> new RecordingList(filter).read(handle, skipped, most));
  }

  /**
   * Registers a recording. A recording with other content that was last seen under the same path is
   * gone, and is deleted. A recording that was missing is back; one whose lesson could not be told
   * from its old name is inspected again under a new name.
   *
   * @param sha256 hash of the content
   * @param file its path
   */
  public void add(String sha256, String file) {
    // Most files in the folder are known already: a scan must not write a row for each of them.
    if (database.read(handle -> isKnown(handle, sha256, file))) {
      return;
    }
    database.change(
        handle -> {
          forgetReplaced(handle, sha256, file);
          Optional<Recording> before = RecordingReader.find(handle, sha256);
          insert(handle, sha256, file);
          if (before.isPresent() && mayBeUsable(before.get(), file)) {
            handle.execute(
                "UPDATE recording SET problem = NULL, reason = '', reason_code = NULL WHERE sha256"
                    + " = ?",
                sha256);
            before
                .get()
                .lessons()
                .forEach(lesson -> Claims.enqueue(handle, lesson, clock.instant()));
          }
        });
  }

  private static boolean isKnown(Handle handle, String sha256, String file) {
    List<String> there =
        handle
            .createQuery("SELECT sha256 FROM recording WHERE file = :file")
            .bind("file", file)
            .mapTo(String.class)
            .list();
    return there.equals(List.of(sha256))
        && RecordingReader.find(handle, sha256).filter(known -> !known.missing()).isPresent();
  }

  private void insert(Handle handle, String sha256, String file) {
    handle
        .createUpdate(
            """
            INSERT INTO recording (sha256, file, since, reason, crashes, remarks)
            VALUES (:sha256, :file, :now, '', 0, '')
            ON CONFLICT (sha256) DO UPDATE SET file = excluded.file\
            """)
        .bind("sha256", sha256)
        .bind("file", file)
        .bind("now", clock.instant())
        .execute();
  }

  /** A missing file is back, or a new name may tell what the old one did not. */
  private static boolean mayBeUsable(Recording before, String file) {
    boolean unclear = before.state() == RecordingState.FAILED && before.lessons().isEmpty();
    return before.missing() || (unclear && !before.file().equals(file));
  }

  private static void forgetReplaced(Handle handle, String sha256, String file) {
    String sql =
        """
        DELETE FROM recording
        WHERE file = :file AND sha256 <> :sha256 AND NOT EXISTS (
          SELECT 1 FROM stretch JOIN work ON work.lesson_id = stretch.lesson_id
          WHERE stretch.sha256 = recording.sha256 AND work.state IN ('CLAIMED', 'RUNNING'))\
        """;
    handle.createUpdate(sql).bind("file", file).bind("sha256", sha256).execute();
  }

  /** {@return recordings whose lessons are not known yet, by path} */
  public List<Recording> uninspected() {
    return database.read(RecordingReader::uninspected).stream()
        .sorted(Comparator.comparing(Recording::file))
        .toList();
  }

  /**
   * Records which lessons a recording shows, and queues these lessons; those that are being
   * processed are queued again when that ends.
   *
   * @param parts the parts of the recording, one for each lesson (not empty)
   * @throws IllegalArgumentException if there are none: a recording that shows no lesson is refused
   *     instead
   */
  public void enter(List<RecordingPart> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("parts must not be empty");
    }
    Inspection recording = parts.get(0).recording();
    database.change(
        handle -> {
          update(handle, recording);
          handle.execute("DELETE FROM stretch WHERE sha256 = ?", recording.sha256());
          parts.forEach(part -> enter(handle, part));
        });
  }

  private void enter(Handle handle, RecordingPart part) {
    Claims.enqueue(handle, part.lesson(), clock.instant());
    handle
        .createUpdate(
            "INSERT INTO stretch (sha256, lesson_id, starts, ends)"
                + " VALUES (:sha256, :lesson, :from, :to)")
        .bind("sha256", part.recording().sha256())
        .bind("lesson", part.lesson().fileStem())
        .bind("from", part.window().from())
        .bind("to", part.window().to().map(Object.class::cast).orElse(null))
        .execute();
  }

  private void update(Handle handle, Inspection recording) {
    String sql =
        """
        UPDATE recording SET problem = NULL, reason = '', reason_code = NULL, since = :now,
          begins = :start, camera = :camera, part = :chunk, length = :length, remarks = :remarks
        WHERE sha256 = :sha256\
        """;
    handle
        .createUpdate(sql)
        .bind("sha256", recording.sha256())
        .bind("now", clock.instant())
        .bind("start", recording.start().map(ZonedDateTime::toString).orElse(null))
        .bind("camera", recording.camera().orElse(null))
        .bind("chunk", recording.chunk().isPresent() ? recording.chunk().getAsInt() : null)
        .bind("length", recording.length().map(Duration::toMillis).orElse(null))
        .bind("remarks", String.join("\n", recording.remarks()))
        .execute();
  }

  /**
   * Records that a recording itself cannot be processed.
   *
   * @param sha256 hash of the content
   * @param problem {@code WAITING} if that may heal, so that the next run inspects it again;
   *     otherwise {@code FAILED} or {@code SET_ASIDE}
   * @param reason why
   */
  public void refuse(String sha256, RecordingState problem, Message reason) {
    database.change(handle -> refuse(handle, sha256, problem, reason));
  }

  private void refuse(Handle handle, String sha256, RecordingState problem, Message reason) {
    handle
        .createUpdate(
            "UPDATE recording SET problem = :problem, reason = :reason, reason_code = :code,"
                + " since = :now WHERE sha256 = :sha256")
        .bind("sha256", sha256)
        .bind("problem", problem)
        .bind("reason", reason.toString())
        .bind("code", MessageColumns.code(reason))
        .bind("now", clock.instant())
        .execute();
  }

  /**
   * Records that a process died while working on a recording.
   *
   * @param sha256 hash of the content
   * @param allowed the number of deaths after which it is set aside (> 0)
   * @param reason how the process died
   * @return whether the recording is now set aside
   */
  public boolean crashed(String sha256, int allowed, Message reason) {
    return database.write(
        handle -> {
          int crashes =
              handle
                  .createQuery(
                      "UPDATE recording SET crashes = crashes + 1 WHERE sha256 = :sha256"
                          + " RETURNING crashes")
                  .bind("sha256", sha256)
                  .mapTo(Integer.class)
                  .findOne()
                  .orElse(0);
          boolean aside = crashes >= allowed;
          if (aside) {
            refuse(handle, sha256, RecordingState.SET_ASIDE, reason);
          }
          return aside;
        });
  }

  /**
   * Clears the problem and the lessons of a recording, because a user asked for it to be processed
   * again. Does nothing to a recording that is being processed.
   *
   * @param sha256 hash of the content
   */
  public void reconsider(String sha256) {
    database.change(
        handle -> {
          String idle =
              """
              sha256 = ? AND NOT EXISTS (
                SELECT 1 FROM stretch AS its JOIN work ON work.lesson_id = its.lesson_id
                WHERE its.sha256 = ? AND work.state IN ('CLAIMED', 'RUNNING'))\
              """;
          handle.execute(
              "UPDATE recording SET problem = NULL, reason = '', reason_code = NULL, crashes = 0"
                  + " WHERE "
                  + idle,
              sha256,
              sha256);
          handle.execute("DELETE FROM stretch WHERE " + idle, sha256, sha256);
        });
  }
}
