package org.rollcall.inbox.name;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;

/** The ways in which names of recordings write a time of day. */
enum TimeForm {
  /** {@code 9.00.00 AM}. */
  HALF_DAY(
      "(?<hour>0?[1-9]|1[0-2])(?:([-._: ]?)(?<minute>\\d\\d)(?:\\2(?<second>\\d\\d))?)?"
          + " ?(?<half>[ap])\\.?m\\.?(?![\\p{L}\\d])"),

  /** {@code 09h00}, {@code 09h00min00s000ms}, {@code 9 Uhr 30}. */
  WORDED(
      "(?<hour>\\d{1,2}) ?(?:h|uhr) ?"
          + "(?:(?<minute>\\d\\d) ?(?:m(?:in)?)?(?: ?(?<second>\\d\\d) ?s?(?:\\d{3} ?ms)?)?)?"
          + "(?![\\p{L}\\d])"),

  /** {@code 09-00-00} or {@code 9:00}, perhaps with thousandths, with separators of one kind. */
  SEPARATED(
      "(?<hour>\\d{1,2})([-._: ])(?<minute>\\d\\d)(?:\\2(?<second>\\d\\d))?"
          + "(?:[-._,]\\d{3})?(?!\\d)(?: ?(?:h|uhr)(?!\\p{L}))?"),

  /** {@code 090000} or {@code 0900}, perhaps with thousandths. */
  COMPACT(
      "(?<hour>\\d\\d)(?<minute>\\d\\d)(?:(?<second>\\d\\d)(?:\\d{3})?)?(?!\\d)"
          + "(?: ?(?:h|uhr)(?!\\p{L}))?");

  private static final int NOON = 12;

  /** What joins a time to its day. */
  private static final Pattern JOINT =
      compile("(?:[-_.,;=+@ ]|%s|at|um|à|T)*+".formatted(CalendarWords.WEEKDAY));

  /** The difference to UTC, or the name of one. */
  private static final String ZONE =
      "(?:[ _]?(?:(?:UTC|GMT)?(?<plus>\\+\\d\\d?)(?:[:_]?(?<minutes>\\d\\d))?"
          + "|(?:UTC|GMT)(?<minus>-\\d\\d?)(?!\\d)|(?<zone>Z|UTC|GMT|CES?T|MES?Z))(?![\\p{L}\\d]))?";

  private static final Map<String, ZoneOffset> ZONES =
      Map.of(
          "Z", ZoneOffset.UTC,
          "UTC", ZoneOffset.UTC,
          "GMT", ZoneOffset.UTC,
          "CET", ZoneOffset.ofHours(1),
          "MEZ", ZoneOffset.ofHours(1),
          "CEST", ZoneOffset.ofHours(2),
          "MESZ", ZoneOffset.ofHours(2));

  private final Pattern pattern;
  private final Pattern alone;

  TimeForm(String pattern) {
    this.pattern = compile(pattern + ZONE);
    this.alone = compile("(?:^|(?<=[-_])|(?<=\\d\\p{L}{0,3} ))" + pattern);
  }

  private static Pattern compile(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /**
   * A time of day in a text.
   *
   * @param from where it starts
   * @param to where it ends, exclusive
   * @param time the time
   * @param offset its difference to UTC, if stated
   * @param form how it is written
   * @param fine whether it has seconds
   */
  record FoundTime(
      int from, int to, LocalTime time, Optional<ZoneOffset> offset, TimeForm form, boolean fine) {
    boolean isLike(FoundTime other) {
      return form == other.form && fine == other.fine;
    }
  }

  /**
   * Reads a time at a position of a text.
   *
   * @throws DoubtfulName if there is no such time
   */
  static Optional<FoundTime> at(int from, String text) {
    for (TimeForm form : values()) {
      Matcher matcher = form.pattern.matcher(text).region(from, text.length());
      if (matcher.useTransparentBounds(true).lookingAt()) {
        return Optional.of(form.read(matcher));
      }
    }
    return Optional.empty();
  }

  /**
   * Finds the first time that stands alone in a text: at its start, after a separator, or after a
   * word that has a digit itself. In {@code Room 1203}, the number belongs to the word.
   *
   * @throws DoubtfulName if there is no such time
   */
  static Optional<FoundTime> first(int from, String text) {
    return Arrays.stream(values())
        .map(form -> form.alone.matcher(text).region(from, text.length()))
        .filter(matcher -> matcher.useTransparentBounds(true).find())
        .filter(
            matcher ->
                matcher.pattern() != SEPARATED.alone || matcher.end("hour") - matcher.start() > 1)
        .min(Comparator.comparingInt(Matcher::start))
        .flatMap(matcher -> at(matcher.start(), text));
  }

  /**
   * Finds the time that ends right before a position, apart from words that join it to a day.
   *
   * @throws DoubtfulName if there is no such time
   */
  static Optional<FoundTime> before(int to, String text) {
    return Stream.of(HALF_DAY, WORDED, SEPARATED)
        .flatMap(form -> form.before(text, to).stream())
        .findFirst();
  }

  private Optional<FoundTime> before(String text, int to) {
    Matcher matcher = pattern.matcher(text).region(0, to);
    while (matcher.find()) {
      if (isJoint(text.substring(matcher.end(), to))) {
        return Optional.of(read(matcher));
      }
    }
    return Optional.empty();
  }

  /** {@return whether a text only joins a time to a day} */
  static boolean isJoint(String text) {
    return JOINT.matcher(text).matches();
  }

  /** Reads a time that follows a day, apart from words that join it to the day. */
  static Optional<FoundTime> after(int from, String text) {
    Matcher joint = JOINT.matcher(text).region(from, text.length());
    return at(joint.lookingAt() ? joint.end() : from, text);
  }

  private FoundTime read(Matcher match) {
    try {
      String second = match.group("second") == null ? "00" : match.group("second");
      String minute = match.group("minute") == null ? "00" : match.group("minute");
      LocalTime time =
          LocalTime.of(hour(match), Integer.parseInt(minute), Integer.parseInt(second));
      boolean fine = match.group("second") != null;
      return new FoundTime(match.start(), match.end(), time, offset(match), this, fine);
    } catch (DateTimeException e) {
      throw new DoubtfulName(Message.of(Reason.NAME_TIME_IMPOSSIBLE, match.group()));
    }
  }

  private int hour(Matcher match) {
    int hour = Integer.parseInt(match.group("hour"));
    if (this != HALF_DAY) {
      return hour;
    }
    return hour % NOON + (match.group("half").equalsIgnoreCase("p") ? NOON : 0);
  }

  private static Optional<ZoneOffset> offset(Matcher match) {
    if (match.group("zone") != null) {
      return Optional.of(ZONES.get(match.group("zone").toUpperCase(Locale.ROOT)));
    }
    if (match.group("minus") != null) {
      return Optional.of(ZoneOffset.ofHours(Integer.parseInt(match.group("minus"))));
    }
    if (match.group("plus") == null) {
      return Optional.empty();
    }
    int minutes = match.group("minutes") == null ? 0 : Integer.parseInt(match.group("minutes"));
    return Optional.of(ZoneOffset.ofHoursMinutes(Integer.parseInt(match.group("plus")), minutes));
  }
}
