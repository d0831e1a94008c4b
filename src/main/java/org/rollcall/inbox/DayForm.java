package org.rollcall.inbox;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;

/** The ways in which names of recordings write a day. */
enum DayForm {
  /** {@code 20261119}, perhaps with a time of 4, 6 or 9 digits right after it. */
  COMPACT(
      "((?:19|20)\\d\\d)(\\d\\d)(\\d\\d)(?=(?:\\d{4}(?:\\d\\d(?:\\d{3})?)?)?(?!\\d))",
      day -> of(number(day, 1), number(day, 2), number(day, 3), day)),

  /** {@code 2026-11-19}, with separators of one kind. */
  YEAR_FIRST(
      "((?:19|20)\\d\\d)([-._ ])(\\d{1,2})\\2(\\d\\d|\\d(?=[-._ ,@T]|$))(?![\\d?*])",
      day -> of(number(day, 1), number(day, 3), number(day, 4), day)),

  /**
   * {@code 19.11.2026}. In {@code 2_1_2026-11-19}, the year belongs to what follows it, and the
   * numbers before it mean something else.
   */
  YEAR_LAST(
      "(\\d{1,2})(?:(\\.)|([-_ ])(?=\\d+\\3\\d{4}(?!([-._ ])[01]?\\d\\4[0-3]?\\d(?!\\d))))"
          + "(\\d{1,2})(?:\\2|\\3)(20\\d\\d)(?!\\d)",
      DayForm::yearLast),

  /** {@code 19 November 2026}. */
  DAY_MONTH(
      "(\\d{1,2})(?:st|nd|rd|th|\\.)?[-_ .]*(%s)[-_ .,]*(20\\d\\d)(?!\\d)"
          .formatted(CalendarWords.MONTH),
      day -> of(number(day, 3), month(day, 2), number(day, 1), day)),

  /** {@code November 19, 2026}. */
  MONTH_DAY(
      "(%s)[-_ .]*(\\d{1,2})(?:st|nd|rd|th)?[-_ .,]+(20\\d\\d)(?!\\d)"
          .formatted(CalendarWords.MONTH),
      day -> of(number(day, 3), month(day, 1), number(day, 2), day)),

  /** {@code 2026 November 19}. */
  YEAR_MONTH(
      "(20\\d\\d)[-_ .]*(%s)[-_ .]*(\\d{1,2})(?!\\d)".formatted(CalendarWords.MONTH),
      day -> of(number(day, 1), month(day, 2), number(day, 3), day));

  /** Clocks that were never set show days in 1970 or on 1 January 2000. */
  private static final int EARLIEST_YEAR = 2001;

  private final Pattern pattern;
  private final Reading reading;

  DayForm(String pattern, Reading reading) {
    this.pattern =
        Pattern.compile("(?<!\\d)" + pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    this.reading = reading;
  }

  /** Tells the day that a match writes. */
  private interface Reading {
    LocalDate of(MatchResult match);
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
   * @throws Doubt if it does not exist, or could be either of two days
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
   * @throws Doubt if it does not exist, or could be either of two days
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
      return new FoundDay(matcher.start(), matcher.end(), form.reading.of(matcher));
    }
  }

  /** With dots the day comes first; otherwise, only a number above 12 tells which one it is. */
  private static LocalDate yearLast(MatchResult match) {
    int one = number(match, 1);
    int other = number(match, 5);
    int year = number(match, 6);
    if (one <= 12 && other > 12) {
      return of(year, one, other, match);
    }
    LocalDate dayFirst = of(year, other, one, match);
    if (one <= 12 && one != other && match.group(2) == null) {
      throw new Doubt(
          Message.of(
              Reason.NAME_DAY_AMBIGUOUS,
              match.group(),
              dayFirst.toString(),
              LocalDate.of(year, one, other).toString()));
    }
    return dayFirst;
  }

  private static LocalDate of(int year, int month, int day, MatchResult match) {
    if (year < EARLIEST_YEAR) {
      throw new Doubt(Message.of(Reason.NAME_CLOCK_NOT_SET, match.group()));
    }
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      throw new Doubt(Message.of(Reason.NAME_DAY_IMPOSSIBLE, match.group()));
    }
  }

  private static int month(MatchResult match, int group) {
    return CalendarWords.month(match.group(group)).getValue();
  }

  private static int number(MatchResult match, int group) {
    return Integer.parseInt(match.group(group));
  }
}
