package org.rollcall.video;

import java.time.Duration;
import org.rollcall.basics.Extremes;

/**
 * Chooses the frames to sample: the first, then the first at or after each multiple of an interval.
 * Where frames are about as rare as samples, a frame slightly before a multiple will do: the clocks
 * of cameras are not exact, and the next frame would be a sample late.
 */
final class SamplingTimes {
  private final Duration interval;
  private final Duration slack;
  private Duration next = Duration.ZERO;
  private Duration last = Duration.ZERO;

  /**
   * Starts before the first frame.
   *
   * @param interval time between two samples
   * @param frameLength nominal time between two frames
   */
  SamplingTimes(Duration interval, Duration frameLength) {
    this.interval = interval;
    boolean rare = frameLength.multipliedBy(2).compareTo(interval) > 0;
    this.slack = rare ? Extremes.min(interval, frameLength).dividedBy(2) : Duration.ZERO;
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
    next = interval.multipliedBy(at.plus(slack).dividedBy(interval) + 1);
    last = at;
    return true;
  }

  /** {@return whether a frame at this time would be sampled} */
  boolean due(Duration at) {
    return at.plus(slack).compareTo(next) >= 0;
  }

  /** {@return the time of the last sampled frame; zero before the first} */
  Duration last() {
    return last;
  }
}
