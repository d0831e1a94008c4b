package org.rollcall.cli.console;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.rollcall.store.account.Account;

/** Formats numbers, times and sizes for the console. */
public final class Wording {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter WITH_DAY =
      DateTimeFormatter.ofPattern("EEEE yyyy-MM-dd HH:mm", Locale.ENGLISH);

  private Wording() {}

  /**
   * Writes a number of things, for instance {@code 1 photo} or {@code 2 photos}.
   *
   * @param number how many
   * @param thing the singular of a noun with a plural in -s
   * @return the number and the noun
   */
  public static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  /**
   * Writes a date and time, for instance {@code 2026-11-17 01:00}.
   *
   * @param time the time; seconds are dropped
   * @param zone the time zone to write it in
   * @return the date and the time of day
   */
  public static String minute(Instant time, ZoneId zone) {
    return MINUTE.format(time.atZone(zone));
  }

  /**
   * Writes a time with its day of the week, for instance {@code Tuesday 2026-11-17 01:00}.
   *
   * @param time the time; seconds are dropped
   * @param zone the time zone to write it in
   * @return the day of the week in English, the date and the time of day
   */
  public static String day(Instant time, ZoneId zone) {
    return WITH_DAY.format(time.atZone(zone));
  }

  /**
   * Writes a duration as on a clock: {@code 1:02:03} or {@code 2:03}.
   *
   * @param time not negative; fractions of a second are dropped
   * @return hours, if there are any, minutes and seconds
   */
  public static String clock(Duration time) {
    return time.toHours() > 0
        ? "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart())
        : "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
  }

  /**
   * Writes a duration with units: {@code 12 s}, {@code 3 min 20 s} or {@code 1 h 5 min}.
   *
   * @param time not negative; anything below the last unit shown is dropped
   * @return its one or two largest units
   */
  public static String took(Duration time) {
    if (time.toHours() > 0) {
      return "%d h %d min".formatted(time.toHours(), time.toMinutesPart());
    }
    return time.toMinutes() > 0
        ? "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart())
        : time.toSeconds() + " s";
  }

  /**
   * Writes a size, for instance {@code 3.1 MB}.
   *
   * @param bytes the size in bytes
   * @return the size in millions of bytes, to one decimal place
   */
  public static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  /**
   * Writes a role, for instance {@code teacher}.
   *
   * @param role the role of an account
   * @return its name in lower case
   */
  public static String role(Account.Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Capitalises the first letter of a text.
   *
   * @param words not empty
   * @return the text with its first letter in upper case, the others unchanged
   */
  public static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
