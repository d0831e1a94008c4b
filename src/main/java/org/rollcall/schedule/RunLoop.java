package org.rollcall.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.rollcall.basics.HostName;
import org.rollcall.model.RollcallException;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.night.NightSchedule;
import org.rollcall.night.NightlyJob;
import org.rollcall.night.RunOutcome;
import org.rollcall.night.RunRecord;
import org.rollcall.store.ledger.Run;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what the scheduler says is due: the scheduler's threads only signal, and a single thread
 * works. So two pieces of work never overlap; what comes due in the meantime waits.
 */
final class RunLoop {
  private static final Logger LOG = LoggerFactory.getLogger(RunLoop.class);

  /** Practically for ever: without a shared schedule, only a signal ends the wait. */
  private static final Duration UNTIL_RUNG = Duration.ofDays(1);

  private final NightSchedule plan;
  private final RunRecord book;
  private final NightlyJob duties;
  private final PollIntervals pace;
  private final DueTimes due;
  private final Semaphore bell = new Semaphore(0);
  private final AtomicBoolean look = new AtomicBoolean();

  /** Nights that are due but could not be recorded yet. */
  private final Queue<Run> unnoted = new ConcurrentLinkedQueue<>();

  RunLoop(NightSchedule plan, RunRecord book, NightlyJob duties, PollIntervals pace) {
    this.plan = plan;
    this.book = book;
    this.duties = duties;
    this.pace = pace;
    this.due = DueTimes.of(plan);
  }

  /** Starts a night. Called by the scheduler. */
  void beginNight(Instant time) {
    Instant now = Instant.now();
    if (!due.isToRunAt(now)) {
      LOG.warn("A night was missed by more than schedule.catchUpWithin: left to the next one.");
      return;
    }
    Run run = new Run("night " + time, now, plan.windowEnd(now), HostName.here());
    try {
      book.begin(run);
    } catch (RollcallException e) {
      LOG.warn("The begin of a night is noted later. {}", e.getMessage());
      unnoted.add(run);
    }
    bell.release();
  }

  /** Asks for a pass between two nights. Called by the scheduler. */
  void beginLook() {
    look.set(true);
    bell.release();
  }

  /**
   * The result of a round.
   *
   * @param pause how long the next round is to wait for a signal
   * @param worked whether any work was done
   */
  record LoopRound(Duration pause, boolean worked) {}

  /** Waits for a signal, at most for the given time, then does what is due. */
  LoopRound round(Duration pause) throws InterruptedException {
    if (bell.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
      bell.drainPermits();
    }
    boolean looking = look.getAndSet(false);
    try {
      noteNights();
      Optional<Run> run = book.open(Instant.now());
      if (run.isPresent()) {
        return work(run.get());
      }
      if (looking) {
        return after(pass(plan.windowEnd(Instant.now())));
      }
      return new LoopRound(idle(), false);
    } catch (RollcallException e) {
      LOG.warn("Tried again later. {}", e.getMessage());
      look.compareAndSet(false, looking);
      return new LoopRound(pace.retryAfter(), false);
    }
  }

  private void noteNights() {
    for (Run run = unnoted.peek(); run != null; run = unnoted.peek()) {
      book.begin(run);
      unnoted.remove();
    }
  }

  private LoopRound work(Run run) throws InterruptedException {
    RunOutcome pass = pass(run.until());
    if (pass == RunOutcome.OTHERS_AT_WORK) {
      return new LoopRound(pace.joinEvery(), true);
    }
    book.end(run, Instant.now(), pass != RunOutcome.FAILED);
    return after(pass);
  }

  private LoopRound after(RunOutcome pass) {
    if (pass == RunOutcome.COMPLETE_BUT_WAITING) {
      look.set(true);
      return new LoopRound(pace.retryAfter(), true);
    }
    return new LoopRound(idle(), true);
  }

  /** Makes one pass. If interrupted it has no outcome, and the run stays open. */
  private RunOutcome pass(Optional<Instant> until) throws InterruptedException {
    RunOutcome pass;
    try {
      pass = duties.work(until);
    } catch (TemporaryFailure e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("Unexpected failure of a run", e);
      pass = RunOutcome.FAILED;
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return pass;
  }

  private Duration idle() {
    return plan.store().isPresent() ? pace.joinEvery() : UNTIL_RUNG;
  }
}
