package org.rollcall.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.quartz.SchedulerException;
import org.rollcall.config.Settings;

/**
 * Does a piece of work every night, and at intervals if the settings say so.
 *
 * <ul>
 *   <li>A night that was missed, because the machine was off or a run took longer than a day, is
 *       made up for once and at once, however many nights it were: one run takes all that waits.
 *   <li>A look at an interval that was missed is left out: the next one is near.
 *   <li>Work that is due while the work before it still goes on waits for its end.
 *   <li>Work that ends in a {@link org.rollcall.model.TemporaryFailure} is tried again a little
 *       later, until it succeeds or is due anyway.
 * </ul>
 *
 * <p>The schedule is kept in memory only. It follows from the settings and from the last run.
 */
public final class QuartzService {
  private static final Duration RETRY_AFTER = Duration.ofMinutes(5);

  private final Duration retryAfter;

  /** Makes a service that has not begun yet. */
  public QuartzService() {
    this(RETRY_AFTER);
  }

  QuartzService(Duration retryAfter) {
    this.retryAfter = retryAfter;
  }

  /**
   * Works at the times of the settings until the calling thread is interrupted. Work under way is
   * interrupted then too, and its end awaited.
   *
   * @param settings their schedule, in the time zone of their school
   * @param lastRun when the last work began that came to its end; if the time of a nightly run has
   *     passed since, that run was missed. Empty when there was none
   * @param work what to do; called from another thread, one call at a time
   * @param next hears when work is next due: at the begin and after each work. The time may be past
   *     when a run was missed
   * @throws InterruptedException when the thread is interrupted, which is how the service ends
   * @throws org.rollcall.config.BadSettings if the nightly run's expression is none of Quartz
   */
  public void serve(
      Settings settings, Optional<Instant> lastRun, Runnable work, Consumer<Instant> next)
      throws InterruptedException {
    DueTimes due = DueTimes.of(settings, lastRun);
    try (WorkScheduler scheduler = WorkScheduler.prepare(due.triggers(), work, retryAfter)) {
      scheduler.next().ifPresent(next);
      scheduler.start();
      while (true) {
        scheduler.awaitEndOfWork();
        scheduler.next().ifPresent(next);
      }
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz refused to work", e);
    }
  }
}
