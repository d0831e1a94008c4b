package org.rollcall.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The timing metadata of a recording and its file.
 *
 * @param length length stated by the container
 * @param created creation time stated by the container
 * @param modified last-modified time of the file
 */
record Timing(Optional<Duration> length, Optional<Instant> created, Instant modified) {
  /** No recorder writes to one file for longer; a greater length is an error. */
  private static final Duration LONGEST = Duration.ofDays(7);

  /** Drops an impossible length. */
  Timing {
    length = length.filter(time -> !time.isNegative() && !time.isZero());
    length = length.filter(time -> time.compareTo(LONGEST) <= 0);
  }
}
