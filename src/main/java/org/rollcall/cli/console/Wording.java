package org.rollcall.cli.console;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.rollcall.store.account.Account;

/** How numbers and times are written on the console. */
public final class Wording {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter WITH_DAY =
      DateTimeFormatter.ofPattern("EEEE yyyy-MM-dd HH:mm", Locale.ENGLISH);

  private Wording() {}

  /** {@return for instance {@code 1 photo} or {@code 2 photos}} */
  public static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  /** {@return for instance {@code 2026-11-17 01:00}} */
  public static String minute(Instant time, ZoneId zone) {
    return MINUTE.format(time.atZone(zone));
  }

  /** {@return for instance {@code Tuesday 2026-11-17 01:00}} */
  public static String day(Instant time, ZoneId zone) {
    return WITH_DAY.format(time.atZone(zone));
  }

  /** {@return as on a clock: {@code 1:02:03} or {@code 2:03}} */
  public static String clock(Duration time) {
    return time.toHours() > 0
        ? "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart())
        : "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
  }

  /** {@return in words: {@code 12 s}, {@code 3 min 20 s} or {@code 1 h 5 min}} */
  public static String took(Duration time) {
    if (time.toHours() > 0) {
      return "%d h %d min".formatted(time.toHours(), time.toMinutesPart());
    }
    return time.toMinutes() > 0
        ? "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart())
        : time.toSeconds() + " s";
  }

  /** {@return for instance {@code 3.1 MB}} */
  public static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  /** {@return what somebody is, for instance {@code teacher}} */
  public static String role(Account.Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  /** {@return the same with a capital at its begin} */
  public static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
