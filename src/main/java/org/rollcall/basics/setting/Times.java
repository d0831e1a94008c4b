package org.rollcall.basics.setting;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses and formats durations in everyday notation: {@code 500ms}, {@code 30s}, {@code 10m},
 * {@code 2h}.
 */
public final class Times {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9}) ?(ms|s|m|h|d)");

  /** The units, largest first. */
  private static final Map<String, ChronoUnit> UNITS = new LinkedHashMap<>();

  static {
    UNITS.put("d", ChronoUnit.DAYS);
    UNITS.put("h", ChronoUnit.HOURS);
    UNITS.put("m", ChronoUnit.MINUTES);
    UNITS.put("s", ChronoUnit.SECONDS);
    UNITS.put("ms", ChronoUnit.MILLIS);
  }

  private Times() {}

  /**
   * Parses a duration.
   *
   * @param text a whole number and a unit: ms, s, m, h or d
   * @return the duration
   * @throws IllegalArgumentException if it has another format
   */
  public static Duration parse(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "expected a time such as 500ms, 30s, 10m or 2h, found '%s'".formatted(text));
    }
    return Duration.of(Long.parseLong(matcher.group(1)), UNITS.get(matcher.group(2)));
  }

  /**
   * Formats a duration.
   *
   * @param time a duration in whole milliseconds
   * @return the shortest notation; {@code 0s} for zero
   */
  public static String write(Duration time) {
    if (time.isZero()) {
      return "0s";
    }
    for (Map.Entry<String, ChronoUnit> unit : UNITS.entrySet()) {
      long millis = unit.getValue().getDuration().toMillis();
      if (time.toMillis() % millis == 0) {
        return time.toMillis() / millis + unit.getKey();
      }
    }
    throw new IllegalArgumentException("finer than milliseconds: " + time);
  }
}
