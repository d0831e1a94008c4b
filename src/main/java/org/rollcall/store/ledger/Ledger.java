package org.rollcall.store.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.rollcall.model.Inspection;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
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
   * Registers a recording at a place, whose lessons have to be told if it is new there. A recording
   * with other content that was last seen under the same path is gone from there. A recording that
   * was missing is back.
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
          boolean isNewPlace = !PlaceRows.of(handle, sha256).contains(file);
          insert(handle, sha256, file);
          PlaceRows.add(handle, sha256, file);
          if (before.isPresent() && mayBeUsable(before.get(), isNewPlace)) {
            handle.execute(
                "UPDATE recording SET problem = NULL, reason = '', reason_code = NULL WHERE sha256"
                    + " = ?",
                sha256);
            before
                .get()
                .lessons()
                .forEach(lesson -> WorkQueue.enqueue(handle, lesson, clock.instant()));
          }
        });
  }

  private static boolean isKnown(Handle handle, String sha256, String file) {
    return PlaceRows.isKnown(handle, sha256, file)
        && RecordingReader.find(handle, sha256).filter(known -> !known.missing()).isPresent();
  }

  private void insert(Handle handle, String sha256, String file) {
    handle
        .createUpdate(
            """
            INSERT INTO recording (sha256, file, since, reason, crashes)
            VALUES (:sha256, :file, :now, '', 0)
            ON CONFLICT (sha256) DO UPDATE SET file = excluded.file\
            """)
        .bind("sha256", sha256)
        .bind("file", file)
        .bind("now", clock.instant())
        .execute();
  }

  /** A missing file is back, or a new name may tell what the old one did not. */
  private static boolean mayBeUsable(Recording before, boolean isNewPlace) {
    boolean unclear = before.state() == RecordingState.FAILED && before.lessons().isEmpty();
    return before.missing() || (unclear && isNewPlace);
  }

  private void forgetReplaced(Handle handle, String sha256, String file) {
    handle
        .createQuery("SELECT sha256 FROM place WHERE file = :file AND sha256 <> :sha256")
        .bind("file", file)
        .bind("sha256", sha256)
        .mapTo(String.class)
        .filter(other -> !isUnderWork(handle, other))
        .list()
        .forEach(
            other -> {
              PlaceRows.leave(handle, other, file);
              Stretches.leaveGonePlaces(handle, other, clock.instant());
              handle.execute(
                  "DELETE FROM recording WHERE sha256 = ? AND NOT EXISTS (SELECT 1 FROM place"
                      + " WHERE place.sha256 = recording.sha256)",
                  other);
            });
  }

  /**
   * Records that recordings were taken away before they were processed. One whose lessons are known
   * waits again once its file is back; any other is forgotten, unless a person has told its lesson.
   *
   * @param exists whether there is a file at a path
   */
  public void removed(Predicate<String> exists) {
    List<Recording> gone =
        database.read(RecordingReader::all).stream()
            .filter(recording -> recording.state() == RecordingState.WAITING)
            .filter(recording -> places(recording).stream().noneMatch(exists))
            .toList();
    for (Recording recording : gone) {
      if (recording.lessons().isEmpty()) {
        forget(recording.sha256());
      } else {
        Message reason = Message.of(Reason.RECORDINGS_GONE, recording.file());
        refuse(recording.sha256(), RecordingState.WAITING, reason);
      }
    }
  }

  private List<String> places(Recording recording) {
    return database.read(handle -> PlaceRows.of(handle, recording.sha256()));
  }

  private void forget(String sha256) {
    database.change(
        handle ->
            handle.execute(
                "DELETE FROM recording WHERE sha256 = ? AND assigned_class IS NULL", sha256));
  }

  /** {@return recordings whose lessons are not known yet, by path} */
  public List<Recording> uninspected() {
    return database.read(RecordingReader::uninspected).stream()
        .sorted(Comparator.comparing(Recording::file))
        .toList();
  }

  /**
   * Checks whether any place where a content still lies tells a lesson. The lessons that only gone
   * places told do not count any more.
   *
   * @param sha256 hash of the content
   * @return whether it shows a lesson
   */
  public boolean showsLesson(String sha256) {
    database.change(handle -> Stretches.leaveGonePlaces(handle, sha256, clock.instant()));
    return find(sha256).filter(recording -> !recording.lessons().isEmpty()).isPresent();
  }

  /**
   * Lists the parts of recordings that show a class on a day.
   *
   * @param className name of the class
   * @param day the day
   * @return the parts, by path
   */
  public List<RecordingPart> parts(String className, LocalDate day) {
    return database.read(handle -> Stretches.on(handle, className, day.toString()));
  }

  /**
   * Records which lessons a recording shows at some of its places, and queues the lessons for which
   * that is new; those that are being processed are queued again when that ends.
   *
   * @param parts the parts of the recording at these places; one place is enough to show a lesson
   *     (not empty)
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
          Stretches.replace(handle, parts, clock.instant());
          parts.stream()
              .map(part -> part.recording().file())
              .distinct()
              .forEach(file -> PlaceRows.inspected(handle, recording.sha256(), file));
        });
  }

  private void update(Handle handle, Inspection recording) {
    String sql =
        """
        UPDATE recording SET problem = NULL, reason = '', reason_code = NULL, since = :now,
          length = :length
        WHERE sha256 = :sha256\
        """;
    handle
        .createUpdate(sql)
        .bind("sha256", recording.sha256())
        .bind("now", clock.instant())
        .bind("length", recording.length().map(Duration::toMillis).orElse(null))
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
   * Clears the problem of a recording and the lessons that one of its places tells, because a user
   * asked for it to be processed again. Does nothing to a recording that is being processed.
   *
   * @param sha256 hash of the content
   * @param file the path of the place
   */
  public void reconsider(String sha256, String file) {
    database.change(
        handle -> {
          if (!isUnderWork(handle, sha256)) {
            handle.execute(
                "UPDATE recording SET problem = NULL, reason = '', reason_code = NULL, crashes = 0"
                    + " WHERE sha256 = ?",
                sha256);
            PlaceRows.reconsider(handle, sha256, file);
          }
        });
  }

  private static boolean isUnderWork(Handle handle, String sha256) {
    String sql =
        """
        SELECT COUNT(*) FROM stretch JOIN work ON work.lesson_id = stretch.lesson_id
        WHERE stretch.sha256 = :sha256 AND work.state IN ('CLAIMED', 'RUNNING')\
        """;
    return handle.createQuery(sql).bind("sha256", sha256).mapTo(Integer.class).one() > 0;
  }
}
