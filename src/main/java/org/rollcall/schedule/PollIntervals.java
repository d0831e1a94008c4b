package org.rollcall.schedule;

import java.time.Duration;

/**
 * The intervals that are not configurable.
 *
 * @param retryAfter how long to wait after a temporary failure
 * @param joinEvery how often to check for a run that another node started or works on
 * @param checkEvery how often to check that nights take place
 */
record PollIntervals(Duration retryAfter, Duration joinEvery, Duration checkEvery) {
  /** How often the scheduler shows that it is alive. */
  static final Duration BEAT_EVERY = Duration.ofMinutes(1);

  static final PollIntervals USUAL =
      new PollIntervals(Duration.ofMinutes(5), Duration.ofSeconds(30), Duration.ofHours(1));
}
