package org.rollcall.inbox.name;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;

/** The ways in which names of recordings write a day. */
enum DayForm {
  /** {@code 20261119}, perhaps with a time of 4, 6 or 9 digits right after it. */
  COMPACT(
      "(?<year>(?:19|20)\\d\\d)(?<month>\\d\\d)(?<day>\\d\\d)"
          + "(?=(?:\\d{4}(?:\\d\\d(?:\\d{3})?)?)?(?!\\d))"),

  /** {@code 2026-11-19}, with separators of one kind. */
  YEAR_FIRST(
      "(?<year>(?:19|20)\\d\\d)(?<gap>[-._ ])(?<month>\\d{1,2})\\k<gap>"
          + "(?<day>\\d\\d|\\d(?=[-._ ,@T]|$))(?![\\d?*])"),

  /**
   * {@code 19.11.2026}. In {@code 2_1_2026-11-19}, the year belongs to what follows it, and the
   * numbers before it mean something else.
   */
  YEAR_LAST(
      "(?<day>\\d{1,2})(?<gap>\\.|[-_ ](?!\\d+[-_ ]\\d{4}(?<next>[-._"
          + " ])[01]?\\d\\k<next>[0-3]?\\d(?!\\d)))"
          + "(?<month>\\d{1,2})\\k<gap>(?<year>20\\d\\d)(?!\\d)"),

  /** {@code 19 November 2026}. */
  DAY_MONTH(
      "(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?[-_ .]*(?<month>%s)[-_ .,]*(?<year>20\\d\\d)(?!\\d)"
          .formatted(CalendarWords.MONTH)),

  /** {@code November 19, 2026}. */
  MONTH_DAY(
      "(?<month>%s)[-_ .]*(?<day>\\d{1,2})(?:st|nd|rd|th)?[-_ .,]+(?<year>20\\d\\d)(?!\\d)"
          .formatted(CalendarWords.MONTH)),

  /** {@code 2026 November 19}. */
  YEAR_MONTH(
      "(?<year>20\\d\\d)[-_ .]*(?<month>%s)[-_ .]*(?<day>\\d{1,2})(?!\\d)"
          .formatted(CalendarWords.MONTH));

  /** Clocks that were never set show days in 1970 or on 1 January 2000. */
  private static final int EARLIEST_YEAR = 2001;

  private static final int MONTHS = 12;

  private final Pattern pattern;

  DayForm(String pattern) {
    this.pattern =
        Pattern.compile("(?<!\\d)" + pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /**
   * A day in a text.
   *
   * @param from where it starts
   * @param to where it ends, exclusive
   * @param day the day
   */
  record FoundDay(int from, int to, LocalDate day) {}

  /**
   * Finds the first day in a text.
   *
   * @throws DoubtfulName if it does not exist, or could be either of two days
   */
  static Optional<FoundDay> first(String text) {
    return Arrays.stream(values())
        .map(form -> new DayMatch(form, form.pattern.matcher(text)))
        .filter(match -> match.matcher.find())
        .min(Comparator.comparingInt(match -> match.matcher.start()))
        .map(DayMatch::read);
  }

  /**
   * Reads a day at a position of a text.
   *
   * @throws DoubtfulName if it does not exist, or could be either of two days
   */
  static Optional<FoundDay> at(int from, String text) {
    return Arrays.stream(values())
        .map(form -> new DayMatch(form, form.pattern.matcher(text).region(from, text.length())))
        .filter(match -> match.matcher.useTransparentBounds(true).lookingAt())
        .findFirst()
        .map(DayMatch::read);
  }

  private record DayMatch(DayForm form, Matcher matcher) {
    FoundDay read() {
      return new FoundDay(matcher.start(), matcher.end(), form.day(matcher));
    }
  }

  private LocalDate day(Matcher match) {
    int day = Integer.parseInt(match.group("day"));
    return switch (this) {
      case COMPACT, YEAR_FIRST -> of(Integer.parseInt(match.group("month")), day, match);
      case YEAR_LAST -> yearLast(day, Integer.parseInt(match.group("month")), match);
      case DAY_MONTH, MONTH_DAY, YEAR_MONTH ->
          of(CalendarWords.month(match.group("month")).getValue(), day, match);
    };
  }

  /** With dots the day comes first; otherwise, only a number above 12 tells which one it is. */
  private static LocalDate yearLast(int one, int other, Matcher match) {
    if (one <= MONTHS && other > MONTHS) {
      return of(one, other, match);
    }
    LocalDate dayFirst = of(other, one, match);
    if (one <= MONTHS && one != other && !match.group("gap").equals(".")) {
      throw new DoubtfulName(
          Message.of(
              Reason.NAME_DAY_AMBIGUOUS,
              match.group(),
              dayFirst.toString(),
              of(one, other, match).toString()));
    }
    return dayFirst;
  }

  private static LocalDate of(int month, int day, Matcher match) {
    int year = Integer.parseInt(match.group("year"));
    if (year < EARLIEST_YEAR) {
      throw new DoubtfulName(Message.of(Reason.NAME_CLOCK_NOT_SET, match.group()));
    }
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      throw new DoubtfulName(Message.of(Reason.NAME_DAY_IMPOSSIBLE, match.group()));
    }
  }
}
