package org.rollcall.store.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.store.db.Columns;
import org.rollcall.store.db.Database;
import org.rollcall.store.db.MessageColumns;
import org.rollcall.store.ledger.Recording.RecordingState;

/**
 * The lessons that wait for work, are being worked on by any process, or are done. Who works on
 * them is settled by {@link Claims}.
 */
public final class WorkQueue {
  /**
   * Condition for a lesson that can be worked on: it is shown by a recording that has no problem of
   * its own.
   */
  static final String USABLE =
      """
      EXISTS (SELECT 1 FROM stretch JOIN recording ON recording.sha256 = stretch.sha256
        WHERE stretch.lesson_id = work.lesson_id AND recording.problem IS NULL)\
      """;

  /** Condition for a lesson that somebody works on. */
  static final String LIVE = "state IN ('CLAIMED', 'RUNNING')";

  private final Database database;
  private final Clock clock;

  /**
   * Keeps the queue in a database.
   *
   * @param database the open database, which the caller closes
   * @param clock source of the current time
   */
  public WorkQueue(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Queues a lesson for work; if work on it is under way, it is queued again when that ends. */
  static void enqueue(Handle handle, LessonKey lesson, Instant now) {
    String sql =
        """
        INSERT INTO work (lesson_id, class_name, lesson_date, lesson_start, state, attempts, lost,
          reason, since, not_before, again)
        VALUES (:fileStem, :className, :date, :start, 'WAITING', 0, 0, '', :now, 0, 0)
        ON CONFLICT (lesson_id) DO UPDATE SET
          again = CASE WHEN work.state IN ('CLAIMED', 'RUNNING') THEN 1 ELSE 0 END,
          state = CASE WHEN work.state IN ('CLAIMED', 'RUNNING') THEN work.state ELSE 'WAITING' END,
          attempts = CASE WHEN work.state = 'WAITING' THEN work.attempts ELSE 0 END,
          reason = '', reason_code = NULL, since = excluded.since, finished = NULL, not_before = 0\
        """;
    handle.createUpdate(sql).bindMethods(lesson).bind("now", now).execute();
  }

  /**
   * Queues a lesson to be processed once more.
   *
   * @param lesson the lesson
   * @return whether the lesson has any work; if not, nothing changes
   */
  public boolean requeue(LessonKey lesson) {
    return database.write(
        handle -> {
          boolean known =
              handle
                  .createQuery("SELECT lesson_id FROM work WHERE lesson_id = :lesson")
                  .bind("lesson", lesson.fileStem())
                  .mapTo(String.class)
                  .findOne()
                  .isPresent();
          if (known) {
            enqueue(handle, lesson, clock.instant());
          }
          return known;
        });
  }

  /**
   * The state of the work on a lesson.
   *
   * @param state the state
   * @param reason why; empty for self-explanatory states
   */
  public record WorkState(RecordingState state, Optional<Message> reason) {}

  /**
   * Returns the state of the work on a lesson.
   *
   * @param lesson a lesson that has been claimed before
   * @return its state
   */
  public WorkState workState(LessonKey lesson) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT state, reason, reason_code FROM work WHERE lesson_id = :lesson")
                .bind("lesson", lesson.fileStem())
                .map(
                    (RowView row) ->
                        new WorkState(
                            row.getColumn("state", RecordingState.class),
                            MessageColumns.find(row, "reason")))
                .one());
  }

  /** {@return whether any lesson is claimed or being processed} */
  public boolean anyLive() {
    return !database.read(WorkQueue::held).isEmpty();
  }

  /** Makes all lessons that wait for a retry due now. */
  public void skipBackOff() {
    database.change(
        handle -> handle.execute("UPDATE work SET not_before = 0 WHERE state = 'WAITING'"));
  }

  /**
   * Returns whether any usable work is waiting.
   *
   * @return whether there is a lesson that could be worked on, now or later
   */
  public boolean anyWaiting() {
    String sql = "SELECT COUNT(*) FROM work WHERE state = 'WAITING' AND " + USABLE;
    return database.read(handle -> handle.createQuery(sql).mapTo(Integer.class).one()) > 0;
  }

  /**
   * Returns whether a class has lessons that are being worked on or are waiting.
   *
   * @param className name of the class
   * @return whether more of its lessons are still to be finished
   */
  public boolean anyLeft(String className) {
    String sql =
        """
        SELECT COUNT(*) FROM work
        WHERE class_name = :className AND state IN ('WAITING', 'CLAIMED', 'RUNNING')\
        """;
    return database.read(
            handle ->
                handle.createQuery(sql).bind("className", className).mapTo(Integer.class).one())
        > 0;
  }

  /**
   * A lesson that a process works on.
   *
   * @param lesson the lesson
   * @param owner the process
   * @param since when it claimed the lesson or started to process it
   */
  public record LiveLesson(LessonKey lesson, Owner owner, Instant since) {}

  /**
   * Returns the lessons that are being worked on. Those of processes that are known to have ended,
   * or have not renewed their claims in time, are left out.
   *
   * @return the lessons, the one that was started first at the front
   */
  public List<LiveLesson> inProgress() {
    Instant now = clock.instant();
    return database.read(WorkQueue::held).stream()
        .filter(held -> !held.isLeft(now))
        .map(held -> new LiveLesson(held.lesson, held.owner, held.since))
        .toList();
  }

  static List<Held> held(Handle handle) {
    return handle
        .createQuery("SELECT * FROM work WHERE " + LIVE + " ORDER BY since, lesson_id")
        .map(WorkQueue::held)
        .list();
  }

  private static Held held(RowView row) {
    return new Held(
        Columns.lesson(row),
        Owner.parse(row.getColumn("owner", String.class)),
        row.getColumn("token", String.class),
        row.getColumn("expires", Instant.class),
        row.getColumn("since", Instant.class));
  }

  /** A lesson that is claimed, perhaps by a process that has ended. */
  record Held(LessonKey lesson, Owner owner, String token, Instant expires, Instant since) {
    boolean isLeft(Instant now) {
      return expires.isBefore(now) || owner.isGone();
    }
  }
}
