package org.rollcall.config;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;

/**
 * When the service processes what waits.
 *
 * @param nightly when the nightly run begins: a Quartz expression of six or seven fields (second,
 *     minute, hour, day of month, month, weekday, year)
 * @param until the time of day from which a run takes no new lesson; empty for runs that go on
 *     until nothing waits
 * @param catchUpWithin how late a missed night is still made up for (0 s to 7 days)
 * @param every time between two looks into the watched folder during the day (1 minute to 1 day);
 *     empty for the nightly run alone
 */
public record ScheduleSettings(
    String nightly, Optional<LocalTime> until, Duration catchUpWithin, Optional<Duration> every) {
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LATEST = Duration.ofDays(7);

  /** What holds when nothing is set: every night at one. */
  public static final ScheduleSettings DEFAULT =
      new ScheduleSettings("0 0 1 * * ?", Optional.empty(), Duration.ofDays(1), Optional.empty());

  public ScheduleSettings {
    checkFields(nightly);
    if (catchUpWithin.isNegative() || catchUpWithin.compareTo(LATEST) > 0) {
      throw new IllegalArgumentException(
          "catchUpWithin must be 0 s to 7 days, got %d s".formatted(catchUpWithin.toSeconds()));
    }
    every.ifPresent(ScheduleSettings::check);
  }

  /** {@return the expression, which has six or seven fields} */
  static String checkFields(String nightly) {
    int fields = nightly.strip().split("\\s+").length;
    if (fields != 6 && fields != 7) {
      throw new IllegalArgumentException(
          "nightly must have six or seven fields, got %d".formatted(fields));
    }
    return nightly;
  }

  private static void check(Duration every) {
    if (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "every must be 1 minute to 1 day, got %d s".formatted(every.toSeconds()));
    }
  }
}
