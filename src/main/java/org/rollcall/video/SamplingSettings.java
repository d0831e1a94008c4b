package org.rollcall.video;

import java.time.Duration;

/**
 * How densely a recording is looked at.
 *
 * @param interval time between two sampled frames (100 ms to 60 s; 1 s by default)
 */
public record SamplingSettings(Duration interval) {
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** What holds when nothing is set. */
  public static final SamplingSettings DEFAULT = new SamplingSettings(Duration.ofSeconds(1));

  public SamplingSettings {
    if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "interval must be 100 ms to 60 s, got %d ms".formatted(interval.toMillis()));
    }
  }
}
