package org.rollcall.bench;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The options of a benchmark.
 *
 * @param length length of the recording to process (10 s to 12 h)
 * @param recordings how many recordings are processed, one after the other (1 to 100)
 * @param dense whether the marks are compared with those of dense sampling
 * @param folder the folder to create the temporary installation in
 */
public record BenchOptions(Duration length, int recordings, boolean dense, Path folder) {
  private static final Duration SHORTEST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofHours(12);
  private static final int MOST_RECORDINGS = 100;

  /**
   * Checks all limits.
   *
   * @throws IllegalArgumentException if a value is out of range; the message says which, what was
   *     found and what was expected
   */
  public BenchOptions {
    if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "--length must be %d s to %d h, got %d s."
              .formatted(SHORTEST.toSeconds(), LONGEST.toHours(), length.toSeconds()));
    }
    if (recordings < 1 || recordings > MOST_RECORDINGS) {
      throw new IllegalArgumentException(
          "--repeat must be 1 to %d, got %d.".formatted(MOST_RECORDINGS, recordings));
    }
  }
}
