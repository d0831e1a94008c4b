package org.rollcall.inbox.name;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;

/**
 * One part of a path, the name of a folder or of the file, and the times that it gives.
 *
 * @param day the first day in it
 * @param start the first time in it, together with the day
 * @param end the time right after that, if it can be the end of a recording
 * @param before the text before the times
 * @param after the text after them
 */
record StampedText(
    Optional<LocalDate> day,
    Optional<NamedTime> start,
    Optional<NamedTime> end,
    String before,
    String after) {
  /** No recorder writes a single file for longer, so a later time means something else. */
  private static final Duration LONGEST = Duration.ofHours(12);

  /** Seconds since 1970 from 2014 to 2033, perhaps with thousandths. */
  private static final Pattern EPOCH = Pattern.compile("(?<!\\d)(1[4-9]\\d{8})(?:\\d{3})?(?!\\d)");

  private static final Pattern UNTIL = Pattern.compile("(?i)(?:[-–—_~,. ]|to|bis|until|till)*+");

  /** Marks of programs that write UTC: Zoom, and the camera app of Google. */
  private static final Pattern IN_UTC = Pattern.compile("(?<!\\p{L})(?:GMT|UTC)[ _-]*$|^PXL_");

  private static final Pattern WEEKDAY_BEFORE =
      Pattern.compile("(?iu)(?<!\\p{L})(%s)[-_., ]*$".formatted(CalendarWords.WEEKDAY));
  private static final Pattern WEEKDAY_AFTER =
      Pattern.compile("(?iu)^[-_., ]*(%s)".formatted(CalendarWords.WEEKDAY));

  /** The end of a recording and where it ends in the text. */
  private record End(NamedTime time, int to) {}

  /** {@return a text that gives no day and no time} */
  static StampedText without(String text) {
    return new StampedText(none(), none(), none(), text, "");
  }

  /** {@return the same text with a day that is told elsewhere} */
  StampedText on(LocalDate known) {
    return new StampedText(Optional.of(known), start, end, before, after);
  }

  /** {@return the same text with a start that is told elsewhere} */
  StampedText at(NamedTime known) {
    return new StampedText(
        Optional.of(known.time().toLocalDate()), Optional.of(known), end, before, after);
  }

  /**
   * Reads a text that may give a day.
   *
   * @throws DoubtfulName if a day or time in it does not exist or is ambiguous
   */
  static StampedText read(String text) {
    Matcher epoch = EPOCH.matcher(text);
    Optional<DayForm.FoundDay> day = DayForm.first(text);
    boolean epochFirst = epoch.find() && day.filter(at -> at.from() < epoch.start()).isEmpty();
    return epochFirst
        ? ofEpoch(text, epoch)
        : day.map(found -> ofDay(text, found)).orElseGet(() -> without(text));
  }

  /**
   * Reads a text that gives a time of a known day.
   *
   * @throws DoubtfulName if there is no such time
   */
  static StampedText read(String text, LocalDate day) {
    return TimeForm.first(0, text)
        .map(time -> timed(text, new DayForm.FoundDay(time.from(), time.from(), day), time))
        .orElseGet(() -> without(text).on(day));
  }

  private static StampedText ofEpoch(String text, Matcher epoch) {
    NamedTime start = moment(epoch);
    int from = epoch.start();
    int to = epoch.end();
    Optional<End> end =
        Optional.of(epoch)
            .filter(
                next -> next.find(to) && UNTIL.matcher(text.substring(to, next.start())).matches())
            .map(next -> new End(moment(next), next.end()))
            .filter(last -> isEnd(start, last.time()));
    return new StampedText(
        Optional.of(start.time().toLocalDate()),
        Optional.of(start),
        end.map(End::time),
        text.substring(0, from),
        text.substring(end.map(End::to).orElse(to)));
  }

  private static NamedTime moment(Matcher epoch) {
    Instant instant = Instant.ofEpochSecond(Long.parseLong(epoch.group(1)));
    return new NamedTime(
        LocalDateTime.ofInstant(instant, ZoneOffset.UTC), Optional.of(ZoneOffset.UTC));
  }

  private static StampedText ofDay(String text, DayForm.FoundDay day) {
    requireSameWeekday(text, day);
    return TimeForm.after(day.to(), text)
        .or(() -> TimeForm.before(day.from(), text))
        .or(() -> TimeForm.first(day.to(), text))
        .map(time -> timed(text, day, time))
        .orElseGet(
            () ->
                new StampedText(
                    Optional.of(day.day()),
                    none(),
                    none(),
                    text.substring(0, day.from()),
                    text.substring(day.to())));
  }

  private static StampedText timed(String text, DayForm.FoundDay day, TimeForm.FoundTime time) {
    String before = text.substring(0, Math.min(day.from(), time.from()));
    Optional<ZoneOffset> offset =
        IN_UTC.matcher(before).find() ? Optional.of(ZoneOffset.UTC) : time.offset();
    NamedTime start = new NamedTime(day.day().atTime(time.time()), offset);
    int to = Math.max(day.to(), time.to());
    Optional<End> end = end(text, to, start, time);
    String between = day.to() < time.from() ? text.substring(day.to(), time.from()) : "";
    return new StampedText(
        Optional.of(day.day()),
        Optional.of(start),
        end.map(End::time),
        before,
        (TimeForm.isJoint(between) ? "" : between) + text.substring(end.map(End::to).orElse(to)));
  }

  /** What follows the start is its end if it is written in the same way and not too late. */
  private static Optional<End> end(
      String text, int from, NamedTime start, TimeForm.FoundTime like) {
    Matcher until = UNTIL.matcher(text).region(from, text.length());
    int next = until.lookingAt() ? until.end() : from;
    try {
      Optional<DayForm.FoundDay> day = DayForm.at(next, text);
      return day.isPresent()
          ? TimeForm.after(day.get().to(), text)
              .map(time -> end(start, day.get().day(), time))
              .filter(end -> isEnd(start, end.time()))
          : TimeForm.at(next, text).filter(like::isLike).flatMap(time -> end(start, time));
    } catch (DoubtfulName e) {
      return Optional.empty();
    }
  }

  private static Optional<End> end(NamedTime start, TimeForm.FoundTime time) {
    LocalDate day = start.time().toLocalDate();
    return Optional.of(end(start, day, time))
        .filter(end -> isEnd(start, end.time()))
        .or(() -> Optional.of(end(start, day.plusDays(1), time)))
        .filter(end -> isEnd(start, end.time()));
  }

  private static End end(NamedTime start, LocalDate day, TimeForm.FoundTime time) {
    return new End(new NamedTime(day.atTime(time.time()), start.offset()), time.to());
  }

  private static boolean isEnd(NamedTime start, NamedTime end) {
    Duration length = Duration.between(start.time(), end.time());
    return !length.isNegative() && !length.isZero() && length.compareTo(LONGEST) <= 0;
  }

  private static void requireSameWeekday(String text, DayForm.FoundDay day) {
    Matcher before = WEEKDAY_BEFORE.matcher(text.substring(0, day.from()));
    Matcher after = WEEKDAY_AFTER.matcher(text.substring(day.to()));
    Optional<String> stated =
        before.find()
            ? Optional.of(before.group(1))
            : Optional.of(after).filter(Matcher::find).map(match -> match.group(1));
    DayOfWeek right = day.day().getDayOfWeek();
    if (stated.filter(name -> CalendarWords.weekday(name) != right).isPresent()) {
      throw new DoubtfulName(
          Message.of(Reason.NAME_WEEKDAY_WRONG, stated.get(), day.day().toString()));
    }
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }
}
