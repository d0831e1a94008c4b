package org.rollcall.video;

import java.time.Duration;

/** Which frames to sample: the first, then the first at or after each multiple of the interval. */
final class SamplingTimes {
  private final Duration interval;
  private Duration next = Duration.ZERO;
  private Duration last = Duration.ZERO;

  SamplingTimes(Duration interval) {
    this.interval = interval;
  }

  /**
   * Tells whether a frame is wanted, and takes it as sampled then. Frames are asked about in the
   * order of their times.
   *
   * @param at its time from the first frame
   * @return true once for each interval
   */
  boolean wants(Duration at) {
    if (!due(at)) {
      return false;
    }
    next = interval.multipliedBy(at.dividedBy(interval) + 1);
    last = at;
    return true;
  }

  /** {@return whether a frame would be wanted} */
  boolean due(Duration at) {
    return at.compareTo(next) >= 0;
  }

  /** {@return the time of the last sampled frame; zero before the first} */
  Duration last() {
    return last;
  }
}
