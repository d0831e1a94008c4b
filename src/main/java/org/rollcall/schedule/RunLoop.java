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
import org.rollcall.night.RunWindow;
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
  private static final Duration UNTIL_SIGNALLED = Duration.ofDays(1);

  private final NightSchedule plan;
  private final RunRecord runRecord;
  private final NightlyJob job;
  private final PollIntervals intervals;
  private final DueTimes due;
  private final Semaphore signal = new Semaphore(0);
  private final AtomicBoolean passRequested = new AtomicBoolean();

  /** Nights that are due but could not be recorded yet. */
  private final Queue<Run> unrecorded = new ConcurrentLinkedQueue<>();

  RunLoop(NightSchedule plan, RunRecord runRecord, NightlyJob job, PollIntervals intervals) {
    this.plan = plan;
    this.runRecord = runRecord;
    this.job = job;
    this.intervals = intervals;
    this.due = DueTimes.of(plan);
  }

  /** Starts a night. Called by the scheduler. */
  void startNight(Instant time) {
    Instant now = Instant.now();
    if (!due.isToRunAt(now)) {
      LOG.warn(
          "A night was missed by more than schedule.catchUpWithin; the next one makes up for it.");
      return;
    }
    Run run = new Run("night " + time, now, plan.windowEnd(now), HostName.here());
    try {
      runRecord.start(run);
    } catch (RollcallException e) {
      LOG.warn("The start of a nightly run will be recorded later. {}", e.getMessage());
      unrecorded.add(run);
    }
    signal.release();
  }

  /** Asks for a pass between two nights. Called by the scheduler. */
  void requestPass() {
    passRequested.set(true);
    signal.release();
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
    if (signal.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
      signal.drainPermits();
    }
    boolean requested = passRequested.getAndSet(false);
    try {
      recordNights();
      Optional<Run> run = runRecord.open(Instant.now());
      if (run.isPresent()) {
        return work(run.get());
      }
      if (requested) {
        return after(pass(new RunWindow(plan.windowEnd(Instant.now()))));
      }
      return new LoopRound(idle(), false);
    } catch (RollcallException e) {
      LOG.warn("Will be tried again later. {}", e.getMessage());
      passRequested.compareAndSet(false, requested);
      return new LoopRound(intervals.retryAfter(), false);
    }
  }

  private void recordNights() {
    for (Run run = unrecorded.peek(); run != null; run = unrecorded.peek()) {
      runRecord.start(run);
      unrecorded.remove();
    }
  }

  private LoopRound work(Run run) throws InterruptedException {
    runRecord.join(run);
    RunOutcome outcome = pass(new RunWindow(run.until()));
    if (outcome == RunOutcome.OTHERS_AT_WORK) {
      return new LoopRound(intervals.joinEvery(), true);
    }
    runRecord.end(run, Instant.now(), outcome != RunOutcome.FAILED);
    return after(outcome);
  }

  private LoopRound after(RunOutcome outcome) {
    if (outcome == RunOutcome.COMPLETE_BUT_WAITING) {
      passRequested.set(true);
      return new LoopRound(intervals.retryAfter(), true);
    }
    return new LoopRound(idle(), true);
  }

  /** Makes one pass. If interrupted it has no outcome, and the run stays open. */
  private RunOutcome pass(RunWindow window) throws InterruptedException {
    RunOutcome outcome;
    try {
      outcome = job.runPass(window);
    } catch (TemporaryFailure e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("Unexpected failure of a run", e);
      outcome = RunOutcome.FAILED;
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return outcome;
  }

  private Duration idle() {
    return plan.store().isPresent() ? intervals.joinEvery() : UNTIL_SIGNALLED;
  }
}
