package org.rollcall.store.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.rollcall.basics.Extremes;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.model.Outcome;
import org.rollcall.model.Reason;
import org.rollcall.store.db.Columns;
import org.rollcall.store.db.Database;
import org.rollcall.store.db.MessageColumns;
import org.rollcall.store.ledger.Recording.RecordingState;

/**
 * The claims on lessons. Any number of processes on any number of machines may share the work: only
 * one of them holds the claim on a lesson at a time, for as long as it keeps renewing the claim.
 *
 * <p>The clocks of machines that share the work must agree to within a fraction of {@link #LEASE}.
 */
public final class Claims {
  /** How long a claim is valid without being renewed. */
  public static final Duration LEASE = Duration.ofSeconds(60);

  private final Database database;
  private final Clock clock;

  /**
   * Stores claims in a database.
   *
   * @param database the open database, which the caller closes
   * @param clock source of the current time; must be close to the clocks of the other machines
   */
  public Claims(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Claims the next lesson: lessons of the latest day first, and within a day the earliest first.
   * Lessons whose claimants died come after all others, so that they block nothing.
   *
   * @return the claim, which the caller must {@link #renew} and end; empty if nothing is due
   */
  public Optional<Claim> next() {
    String sql =
        """
        SELECT lesson_id FROM work
        WHERE state = 'WAITING' AND not_before <= :now AND %s
        ORDER BY lost, lesson_date DESC, lesson_start, lesson_id LIMIT 1\
        """
            .formatted(WorkQueue.USABLE);
    return database.write(
        handle ->
            handle
                .createQuery(sql)
                .bind("now", clock.instant())
                .mapTo(String.class)
                .findOne()
                .flatMap(lesson -> claim(handle, lesson)));
  }

  /**
   * Claims a particular lesson, even if it is not due or is already done.
   *
   * @param lesson the lesson
   * @return the claim; empty if another process holds it, or no usable recording shows the lesson
   */
  public Optional<Claim> claim(LessonKey lesson) {
    return database.write(handle -> claim(handle, lesson.fileStem()));
  }

  private Optional<Claim> claim(Handle handle, String lessonId) {
    String sql =
        """
        UPDATE work SET state = 'CLAIMED', owner = :owner, token = :token, expires = :expires,
          attempts = CASE WHEN state = 'WAITING' THEN attempts + 1 ELSE 1 END,
          reason = '', reason_code = NULL, since = :now, finished = NULL, again = 0
        WHERE lesson_id = :lesson AND NOT %s AND %s\
        """
            .formatted(WorkQueue.LIVE, WorkQueue.USABLE);
    String token = UUID.randomUUID().toString();
    Instant now = clock.instant();
    int claimed =
        handle
            .createUpdate(sql)
            .bind("lesson", lessonId)
            .bind("owner", Owner.self().toString())
            .bind("token", token)
            .bind("expires", now.plus(LEASE))
            .bind("now", now)
            .execute();
    return claimed == 1 ? read(handle, lessonId, token) : Optional.empty();
  }

  /**
   * Reads a claim that another process made, in order to do its work.
   *
   * @param lessonId the lesson, as {@link LessonKey#fileStem()}
   * @param token the token of the claim
   * @return the claim; empty if it is no longer valid
   */
  public Optional<Claim> find(String lessonId, String token) {
    return database.read(handle -> read(handle, lessonId, token));
  }

  private static Optional<Claim> read(Handle handle, String lessonId, String token) {
    return handle
        .createQuery(
            "SELECT class_name, lesson_date, lesson_start FROM work"
                + " WHERE lesson_id = :lesson AND token = :token AND "
                + WorkQueue.LIVE)
        .bind("lesson", lessonId)
        .bind("token", token)
        .map(Columns::lesson)
        .findOne()
        .map(lesson -> new Claim(lesson, token, Stretches.usable(handle, lesson)));
  }

  /**
   * Records that work on a claim has started.
   *
   * @param claim the claim
   * @throws ClaimLost if the claim is no longer valid
   */
  public void start(Claim claim) {
    change(claim, "state = 'RUNNING', since = :now");
  }

  /**
   * Renews a claim for another {@link #LEASE}.
   *
   * @param claim the claim
   * @throws ClaimLost if the claim is no longer valid
   */
  public void renew(Claim claim) {
    change(claim, "expires = :expires");
  }

  private void change(Claim claim, String what) {
    Instant now = clock.instant();
    database.change(
        handle -> {
          int changed =
              handle
                  .createUpdate(
                      "UPDATE work SET %s WHERE lesson_id = :lesson AND token = :token AND %s"
                          .formatted(what, WorkQueue.LIVE))
                  .bind("now", now)
                  .bind("expires", now.plus(LEASE))
                  .bind("lesson", claim.lesson().fileStem())
                  .bind("token", claim.token())
                  .execute();
          requireHeld(claim, changed);
        });
  }

  private static void requireHeld(Claim claim, int changed) {
    if (changed != 1) {
      throw new ClaimLost(claim.lesson());
    }
  }

  /**
   * Ends a claim. The lesson is queued again if anything new arrived for it meanwhile.
   *
   * @param claim the claim
   * @param outcome how the work ended
   * @throws ClaimLost if the claim is no longer valid
   */
  public void finish(Claim claim, Outcome outcome) {
    RecordingState state = RecordingState.valueOf(outcome.state().name());
    database.change(
        handle -> leave(handle, claim, new WorkQueue.WorkState(state, outcome.summary()), 0));
  }

  /**
   * Gives a claim back so that its lesson is retried, after a delay that grows with each attempt.
   *
   * @param claim the claim
   * @param reason what it waits for
   * @throws ClaimLost if the claim is no longer valid
   */
  public void putBack(Claim claim, Message reason) {
    database.change(
        handle -> {
          long notBefore = clock.instant().plus(backOff(attempts(handle, claim))).toEpochMilli();
          leave(
              handle,
              claim,
              new WorkQueue.WorkState(RecordingState.WAITING, Optional.of(reason)),
              notBefore);
        });
  }

  /**
   * Gives a claim back after the work was stopped or its process died. The lesson is due again at
   * once if usable recordings of it remain; otherwise it is set aside.
   *
   * @param claim the claim
   * @param reason what happened
   * @throws ClaimLost if the claim is no longer valid
   */
  public void release(Claim claim, Message reason) {
    database.change(
        handle -> {
          boolean usable = !Stretches.usable(handle, claim.lesson()).isEmpty();
          RecordingState state = usable ? RecordingState.WAITING : RecordingState.SET_ASIDE;
          leave(handle, claim, new WorkQueue.WorkState(state, Optional.of(reason)), 0);
        });
  }

  private static int attempts(Handle handle, Claim claim) {
    return handle
        .createQuery("SELECT attempts FROM work WHERE lesson_id = :lesson")
        .bind("lesson", claim.lesson().fileStem())
        .mapTo(Integer.class)
        .findOne()
        .orElse(1);
  }

  /** The delay before the next attempt: 5 minutes, 15, 45 and so on, up to 6 hours. */
  static Duration backOff(int attempts) {
    Duration longest = Duration.ofHours(6);
    Duration wait = Duration.ofMinutes(5);
    for (int i = 1; i < attempts && wait.compareTo(longest) < 0; i++) {
      wait = wait.multipliedBy(3);
    }
    return Extremes.min(wait, longest);
  }

  private void leave(Handle handle, Claim claim, WorkQueue.WorkState state, long notBefore) {
    String sql =
        """
        UPDATE work SET state = CASE WHEN again = 1 THEN 'WAITING' ELSE :state END,
          reason = :reason, reason_code = :code, since = :now, not_before = :notBefore,
          finished = CASE WHEN :ended AND again = 0 THEN :now END,
          lost = CASE WHEN :ended THEN 0 ELSE lost END,
          attempts = CASE WHEN again = 1 THEN 0 ELSE attempts END,
          again = 0, owner = NULL, token = NULL, expires = NULL
        WHERE lesson_id = :lesson AND token = :token AND %s\
        """
            .formatted(WorkQueue.LIVE);
    int changed =
        handle
            .createUpdate(sql)
            .bind("state", state.state())
            .bind("reason", state.reason().map(Message::toString).orElse(""))
            .bind("code", state.reason().flatMap(MessageColumns::code))
            .bind("now", clock.instant())
            .bind("notBefore", notBefore)
            .bind("ended", state.state().ended())
            .bind("lesson", claim.lesson().fileStem())
            .bind("token", claim.token())
            .execute();
    requireHeld(claim, changed);
  }

  /**
   * Queues lessons again whose claims have expired or whose claimants are known to be gone. A claim
   * of this process can be left over if it could not be ended, for example because the disk was
   * full.
   *
   * @param kept tokens of the claims that this process is working on
   * @return the lessons that were queued again
   */
  public List<LessonKey> recover(Collection<String> kept) {
    return database.write(
        handle -> {
          List<LessonKey> recovered = new ArrayList<>();
          for (WorkQueue.Held held : WorkQueue.held(handle)) {
            if (!kept.contains(held.token()) && held.isLeft(clock.instant())) {
              free(handle, held);
              recovered.add(held.lesson());
            }
          }
          return recovered;
        });
  }

  private void free(Handle handle, WorkQueue.Held held) {
    Message reason = Message.of(Reason.STOPPED_MIDWAY);
    handle
        .createUpdate(
            """
            UPDATE work SET state = 'WAITING', lost = lost + 1, since = :now, again = 0,
              reason = :reason, reason_code = :code,
              owner = NULL, token = NULL, expires = NULL
            WHERE lesson_id = :lesson AND token = :token\
            """)
        .bind("now", clock.instant())
        .bind("reason", reason.toString())
        .bind("code", MessageColumns.code(reason))
        .bind("lesson", held.lesson().fileStem())
        .bind("token", held.token())
        .execute();
  }
}
