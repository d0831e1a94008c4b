package org.rollcall.video;

import java.time.Duration;

/**
 * Chooses the frames to sample: the first, then the first at or after each multiple of an interval.
 */
final class SamplingTimes {
  private final Duration interval;
  private Duration next = Duration.ZERO;
  private Duration last = Duration.ZERO;

  SamplingTimes(Duration interval) {
    this.interval = interval;
  }

  /**
   * Says whether to sample a frame and, if so, counts it as sampled. To be asked in the order of
   * time.
   *
   * @param at its time from the first frame
   * @return true once per interval
   */
  boolean take(Duration at) {
    if (!due(at)) {
      return false;
    }
    next = interval.multipliedBy(at.dividedBy(interval) + 1);
    last = at;
    return true;
  }

  /** {@return whether a frame at this time would be sampled} */
  boolean due(Duration at) {
    return at.compareTo(next) >= 0;
  }

  /** {@return the time of the last sampled frame; zero before the first} */
  Duration last() {
    return last;
  }
}
