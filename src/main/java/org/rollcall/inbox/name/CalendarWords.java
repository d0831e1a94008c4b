package org.rollcall.inbox.name;

import static java.util.stream.Collectors.joining;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The names of months and weekdays, in full and abbreviated, in several languages. */
final class CalendarWords {
  private static final List<Locale> LANGUAGES =
      List.of(
          Locale.ENGLISH,
          Locale.GERMAN,
          Locale.FRENCH,
          Locale.ITALIAN,
          Locale.forLanguageTag("es"));

  private static final Map<String, Month> MONTHS = months();
  private static final Map<String, DayOfWeek> WEEKDAYS = weekdays();

  /** Regular expression for the name of a month. */
  static final String MONTH = alternatives(MONTHS);

  /** Regular expression for the name of a weekday. */
  static final String WEEKDAY = alternatives(WEEKDAYS);

  private CalendarWords() {}

  static Month month(String name) {
    return MONTHS.get(key(name));
  }

  static DayOfWeek weekday(String name) {
    return WEEKDAYS.get(key(name));
  }

  private static Map<String, Month> months() {
    Map<String, Month> names = new HashMap<>(Map.of("sept", Month.SEPTEMBER, "maerz", Month.MARCH));
    for (Locale language : LANGUAGES) {
      for (Month month : Month.values()) {
        names.putIfAbsent(key(month.getDisplayName(TextStyle.FULL, language)), month);
        names.putIfAbsent(key(month.getDisplayName(TextStyle.SHORT, language)), month);
        names.putIfAbsent(key(month.getDisplayName(TextStyle.SHORT_STANDALONE, language)), month);
      }
    }
    return names;
  }

  private static Map<String, DayOfWeek> weekdays() {
    Map<String, DayOfWeek> names = new HashMap<>();
    for (Locale language : LANGUAGES) {
      for (DayOfWeek day : DayOfWeek.values()) {
        names.putIfAbsent(key(day.getDisplayName(TextStyle.FULL, language)), day);
        names.putIfAbsent(key(day.getDisplayName(TextStyle.SHORT, language)), day);
      }
    }
    return names;
  }

  private static String key(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /** The longest first, so that an abbreviation is not taken for the start of a name. */
  private static String alternatives(Map<String, ?> names) {
    return names.keySet().stream()
        .sorted(Comparator.comparing(String::length).reversed().thenComparing(name -> name))
        .map(Pattern::quote)
        .collect(joining("|", "(?:", ")(?!\\p{L})\\.?"));
  }
}
