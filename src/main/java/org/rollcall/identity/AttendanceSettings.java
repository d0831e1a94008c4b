package org.rollcall.identity;

import java.time.Duration;

/**
 * When a student counts as late or as gone early.
 *
 * @param lateAfter time from the begin of the lesson after which a first sighting is late (0 to 4
 *     hours; 10 minutes by default)
 * @param leftEarlyBefore time before the end of the lesson before which a last sighting is early (0
 *     to 4 hours; 10 minutes by default)
 */
public record AttendanceSettings(Duration lateAfter, Duration leftEarlyBefore) {
  private static final Duration LONGEST = Duration.ofHours(4);

  /** What holds when nothing is set. */
  public static final AttendanceSettings DEFAULT =
      new AttendanceSettings(Duration.ofMinutes(10), Duration.ofMinutes(10));

  public AttendanceSettings {
    check("lateAfter", lateAfter);
    check("leftEarlyBefore", leftEarlyBefore);
  }

  private static void check(String name, Duration value) {
    if (value.isNegative() || value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "%s must be 0 to 4 hours, got %d s".formatted(name, value.toSeconds()));
    }
  }
}
