package org.rollcall.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a recording itself tells about its time.
 *
 * @param length its length, as the container states it
 * @param created when it was created, as the container states it
 * @param modified when its file was last written to
 */
record Timing(Optional<Duration> length, Optional<Instant> created, Instant modified) {
  /** No recorder writes a file for longer; what states more is broken. */
  private static final Duration LONGEST = Duration.ofDays(7);

  /** Drops a length that cannot be true. */
  Timing {
    length = length.filter(time -> !time.isNegative() && !time.isZero());
    length = length.filter(time -> time.compareTo(LONGEST) <= 0);
  }
}
