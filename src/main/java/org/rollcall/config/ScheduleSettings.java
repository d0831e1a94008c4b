package org.rollcall.config;

import java.time.Duration;
import java.util.Optional;

/**
 * When the service processes what waits.
 *
 * @param nightly when the nightly run begins: a Quartz expression of six or seven fields (second,
 *     minute, hour, day of month, month, weekday, year)
 * @param every time between two looks into the watched folder during the day (1 minute to 1 day);
 *     empty for the nightly run alone
 */
public record ScheduleSettings(String nightly, Optional<Duration> every) {
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final Duration SHORTEST = Duration.ofMinutes(1);

  /** What holds when nothing is set: every night at one. */
  public static final ScheduleSettings DEFAULT =
      new ScheduleSettings("0 0 1 * * ?", Optional.empty());

  public ScheduleSettings {
    int fields = nightly.strip().split("\\s+").length;
    if (fields != 6 && fields != 7) {
      throw new IllegalArgumentException(
          "nightly must have six or seven fields, got %d".formatted(fields));
    }
    every.ifPresent(ScheduleSettings::check);
  }

  private static void check(Duration every) {
    if (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "every must be 1 minute to 1 day, got %d s".formatted(every.toSeconds()));
    }
  }
}
