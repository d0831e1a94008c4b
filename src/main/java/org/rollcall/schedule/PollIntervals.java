package org.rollcall.schedule;

import java.time.Duration;

/**
 * How often things are done that no setting names.
 *
 * @param retryAfter how long to wait after a temporary failure
 * @param joinEvery how long between two looks for a run that another node began or works on
 * @param watchEvery how long between two looks whether nights happen
 */
record PollIntervals(Duration retryAfter, Duration joinEvery, Duration watchEvery) {
  static final PollIntervals USUAL =
      new PollIntervals(Duration.ofMinutes(5), Duration.ofSeconds(30), Duration.ofHours(1));
}
