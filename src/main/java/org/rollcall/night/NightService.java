package org.rollcall.night;

import java.time.Instant;
import java.util.Optional;

/** Starts the nightly runs when they are due. */
@FunctionalInterface
public interface NightService {
  /**
   * Works in the calling thread until it is interrupted.
   *
   * @param plan when nights are due
   * @param runRecord where runs are recorded; a night due since its last complete run was missed
   * @param job what to do
   * @throws InterruptedException when the thread is interrupted, which is how the service ends
   * @throws org.rollcall.model.RollcallException if the plan cannot be followed
   */
  void serve(NightSchedule plan, RunRecord runRecord, NightlyJob job) throws InterruptedException;

  /**
   * The next night after a given time.
   *
   * @param plan when nights are due
   * @param after the time, exclusive
   * @return the first night after it; empty if there are no more
   * @throws org.rollcall.school.InvalidConfiguration if the plan's cron expression is invalid
   */
  default Optional<Instant> nextDue(NightSchedule plan, Instant after) {
    return Optional.empty();
  }
}
