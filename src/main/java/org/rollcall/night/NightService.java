package org.rollcall.night;

import java.time.Instant;
import java.util.Optional;

/** Makes the nights happen. */
@FunctionalInterface
public interface NightService {
  /**
   * Works, in the calling thread, until that is interrupted.
   *
   * @param plan when nights are due
   * @param lastRun when the last run began that came to its end; a night due since was missed.
   *     Empty when there was none
   * @param book where runs are written down
   * @param duties what to do
   * @throws InterruptedException when the thread is interrupted, which is how the service ends
   * @throws org.rollcall.model.RollcallException if the plan cannot be followed
   */
  void serve(NightSchedule plan, Optional<Instant> lastRun, RunRecord book, NightlyJob duties)
      throws InterruptedException;

  /**
   * Tells when a night is due.
   *
   * @param plan when nights are due
   * @param after a moment
   * @return the first night after it; empty if there is none any more
   * @throws org.rollcall.school.InvalidConfiguration if the plan's expression makes no sense
   */
  default Optional<Instant> nextDue(NightSchedule plan, Instant after) {
    return Optional.empty();
  }
}
