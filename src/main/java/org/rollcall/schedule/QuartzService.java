package org.rollcall.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.quartz.SchedulerException;
import org.rollcall.night.NightSchedule;
import org.rollcall.night.NightService;
import org.rollcall.night.NightlyJob;
import org.rollcall.night.RunRecord;
import org.rollcall.schedule.RunLoop.LoopRound;
import org.rollcall.store.ledger.Run;

/**
 * Runs every night with Quartz, and at intervals if the settings say so.
 *
 * <ul>
 *   <li>If nights were missed because the machine was off or asleep, a single run makes up for all
 *       of them at once, as one run takes everything that waits. Many schools only have machines
 *       that are off at night, so running by day is better than never; like every run, it takes no
 *       further lesson from {@code schedule.until} on. A night that was missed by more than {@code
 *       schedule.catchUpWithin} is left to the next one.
 *   <li>No night starts on a holiday, and none counts as missed then. The passes at intervals
 *       continue: a recording that is added on a holiday is meant to be processed.
 *   <li>A missed pass at an interval is skipped, as the next one is near.
 *   <li>Work that comes due while earlier work is still running waits until that has ended.
 *   <li>Work that ends in a {@link org.rollcall.model.TemporaryFailure} is tried again a little
 *       later while its window is open, or else when it is next due.
 *   <li>A run during which the service was stopped or killed resumes when the service is restarted,
 *       if its window is still open.
 * </ul>
 */
public final class QuartzService implements NightService {
  private final PollIntervals intervals;
  private final AtomicBoolean checking = new AtomicBoolean();

  /** Does not start any work before {@link #serve}. */
  public QuartzService() {
    this(PollIntervals.USUAL);
  }

  QuartzService(PollIntervals intervals) {
    this.intervals = intervals;
  }

  @Override
  public Optional<Instant> nextDue(NightSchedule plan, Instant after) {
    return DueTimes.of(plan).after(after);
  }

  @Override
  public void serve(NightSchedule plan, RunRecord runRecord, NightlyJob job)
      throws InterruptedException {
    RunLoop loop = new RunLoop(plan, runRecord, job, intervals);
    Instant since = lastKnown(runRecord);
    try (QuartzScheduler local = QuartzScheduler.with(QuartzProperties.local());
        QuartzScheduler nights = nights(plan, local)) {
      nights.nightly(DueTimes.of(plan), since, loop::startNight);
      if (plan.settings().schedule().every().isPresent()) {
        local.every(
            plan.settings().schedule().every().get(), "pass", ignored -> loop.requestPass());
      }
      local.every(intervals.checkEvery(), "check", ignored -> check(job));
      local.every(PollIntervals.BEAT_EVERY, "beat", ignored -> job.beat());
      announce(nights, plan, job);
      local.start();
      nights.start();
      work(loop, () -> announce(nights, plan, job));
    } catch (SchedulerException e) {
      throw ScheduleFailed.of(plan, e);
    }
  }

  /** The last completed run, or a later one that is still open and needs no making up for. */
  private static Instant lastKnown(RunRecord runRecord) {
    Optional<Instant> lastRun = runRecord.last().map(Run::started);
    Instant now = Instant.now();
    return runRecord
        .open(now)
        .map(Run::started)
        .filter(started -> lastRun.filter(started::isBefore).isEmpty())
        .or(() -> lastRun)
        .orElse(now);
  }

  private static QuartzScheduler nights(NightSchedule plan, QuartzScheduler local)
      throws SchedulerException {
    return plan.store().isPresent()
        ? QuartzScheduler.with(QuartzProperties.shared(plan.store().get()))
        : local;
  }

  /** An announcement that may fail because of Quartz. */
  private interface Announcement {
    void announce() throws SchedulerException;
  }

  private static void work(RunLoop loop, Announcement announcement)
      throws InterruptedException, SchedulerException {
    Duration pause = Duration.ZERO;
    while (true) {
      LoopRound round = loop.round(pause);
      pause = round.pause();
      if (round.worked()) {
        announcement.announce();
      }
    }
  }

  private static void announce(QuartzScheduler nights, NightSchedule plan, NightlyJob job)
      throws SchedulerException {
    Instant now = Instant.now();
    DueTimes due = DueTimes.of(plan);
    nights
        .nextNight()
        .filter(next -> next.isAfter(now) || due.isToRunAt(now))
        .or(() -> due.after(now))
        .ifPresent(job::announce);
  }

  /** Skips a check while an earlier one still hangs, for instance on an unreachable share. */
  private void check(NightlyJob job) {
    if (checking.compareAndSet(false, true)) {
      try {
        job.check();
      } finally {
        checking.set(false);
      }
    }
  }
}
