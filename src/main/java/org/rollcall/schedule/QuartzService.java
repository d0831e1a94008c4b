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
 * Works every night, and at intervals if the settings say so.
 *
 * <ul>
 *   <li>A night that was missed, because the machine was off or slept, is made up for once and at
 *       once, however many nights it were: one run takes all that waits. Many a school has only
 *       machines that are off at night, so the day is better than never; like every run, it takes
 *       no other lesson from {@code schedule.until} on. A night that was missed by more than {@code
 *       schedule.catchUpWithin} is left to the next one.
 *   <li>No night begins on a holiday, and none is missed then. Looks at an interval go on: whoever
 *       puts a recording there on a holiday means it.
 *   <li>A look at an interval that was missed is left out: the next one is near.
 *   <li>Work that is due while the work before it still goes on waits for its end.
 *   <li>Work that ends in a {@link org.rollcall.model.TemporaryFailure} is tried again a little
 *       later, as long as its window is open, or when it is due anyway.
 *   <li>A run that the service was stopped or killed in goes on when it is started again, if its
 *       window is still open.
 * </ul>
 */
public final class QuartzService implements NightService {
  private final PollIntervals pace;
  private final AtomicBoolean watching = new AtomicBoolean();

  /** Makes a service that has not begun yet. */
  public QuartzService() {
    this(PollIntervals.USUAL);
  }

  QuartzService(PollIntervals pace) {
    this.pace = pace;
  }

  @Override
  public Optional<Instant> nextDue(NightSchedule plan, Instant after) {
    return DueTimes.of(plan).after(after);
  }

  @Override
  public void serve(
      NightSchedule plan, Optional<Instant> lastRun, RunRecord book, NightlyJob duties)
      throws InterruptedException {
    RunLoop shift = new RunLoop(plan, book, duties, pace);
    Instant since = lastKnown(lastRun, book);
    try (QuartzScheduler local = QuartzScheduler.with(QuartzProperties.local());
        QuartzScheduler nights = nights(plan, local)) {
      nights.nightly(DueTimes.of(plan), since, shift::beginNight);
      if (plan.settings().schedule().every().isPresent()) {
        local.every(plan.settings().schedule().every().get(), "look", ignored -> shift.beginLook());
      }
      local.every(pace.watchEvery(), "watch", ignored -> watch(duties));
      announce(nights, plan, duties);
      local.start();
      nights.start();
      work(shift, () -> announce(nights, plan, duties));
    } catch (SchedulerException e) {
      throw ScheduleFailed.of(plan, e);
    }
  }

  /** A run that is still open does not have to be made up for. */
  private static Instant lastKnown(Optional<Instant> lastRun, RunRecord book) {
    Instant now = Instant.now();
    return book.open(now)
        .map(Run::begun)
        .filter(begun -> lastRun.filter(begun::isBefore).isEmpty())
        .or(() -> lastRun)
        .orElse(now);
  }

  private static QuartzScheduler nights(NightSchedule plan, QuartzScheduler local)
      throws SchedulerException {
    return plan.store().isPresent()
        ? QuartzScheduler.with(QuartzProperties.shared(plan.store().get()))
        : local;
  }

  /** Something that Quartz may refuse. */
  private interface Announcement {
    void announce() throws SchedulerException;
  }

  private static void work(RunLoop shift, Announcement announcement)
      throws InterruptedException, SchedulerException {
    Duration pause = Duration.ZERO;
    while (true) {
      LoopRound round = shift.round(pause);
      pause = round.pause();
      if (round.worked()) {
        announcement.announce();
      }
    }
  }

  private static void announce(QuartzScheduler nights, NightSchedule plan, NightlyJob duties)
      throws SchedulerException {
    Instant now = Instant.now();
    DueTimes due = DueTimes.of(plan);
    nights
        .nextNight()
        .filter(next -> next.isAfter(now) || due.isToRunAt(now))
        .or(() -> due.after(now))
        .ifPresent(duties::announce);
  }

  /** A look that hangs, on a share that is away for instance, shall not be joined by others. */
  private void watch(NightlyJob duties) {
    if (watching.compareAndSet(false, true)) {
      try {
        duties.watch();
      } finally {
        watching.set(false);
      }
    }
  }
}
