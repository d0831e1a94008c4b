package org.rollcall.video;

import java.time.Duration;
import java.util.Optional;
import org.rollcall.basics.Extremes;

/**
 * How densely a recording is looked at.
 *
 * @param interval time between two sampled frames (100 ms to 60 s; 1 s by default)
 * @param longestGap time between two sampled frames that is accepted where nothing between them has
 *     to be decoded then, because they are key frames (100 ms to 60 s; 2.5 s by default); without
 *     effect if the interval is longer, or shorter than 1 s
 * @param shortLength recordings that claim to be shorter have too few key frames to decide by: in
 *     them, no gap beyond the interval is accepted (75 s by default)
 */
public record SamplingSettings(Duration interval, Duration longestGap, Duration shortLength) {
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** Who asks for a shorter interval wants each sample. */
  private static final Duration DENSE = Duration.ofSeconds(1);

  /** What holds when nothing is set. */
  public static final SamplingSettings DEFAULT =
      new SamplingSettings(Duration.ofSeconds(1), Duration.ofMillis(2500), Duration.ofSeconds(75));

  public SamplingSettings {
    requireInLimits("interval", interval);
    requireInLimits("longestGap", longestGap);
  }

  /**
   * Accepts no gap beyond the interval.
   *
   * @param interval time between two sampled frames (100 ms to 60 s)
   */
  public SamplingSettings(Duration interval) {
    this(interval, interval, Duration.ZERO);
  }

  private static void requireInLimits(String name, Duration time) {
    if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "%s must be 100 ms to 60 s, got %d ms".formatted(name, time.toMillis()));
    }
  }

  /**
   * The longest time between two samples that need not be shortened by decoding.
   *
   * @param length how long the recording claims to be, if it does
   */
  Duration acceptedGap(Optional<Duration> length) {
    boolean useless = longestGap.compareTo(interval) < 0 || interval.compareTo(DENSE) < 0;
    boolean tooShort = length.filter(claimed -> claimed.compareTo(shortLength) < 0).isPresent();
    return useless || tooShort ? interval : longestGap;
  }

  /** {@return how long before a time reading must begin, to sample from then on as ever} */
  Duration lead() {
    return Extremes.max(longestGap, interval);
  }
}
