package org.rollcall.web.kit;

import io.javalin.http.Context;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.model.RollcallException;
import org.rollcall.model.Status;
import org.rollcall.model.Tally;

/**
 * The words of the pages in one language.
 *
 * @param locale the language
 */
public record Words(Locale locale) {
  /** The languages of the pages; the first one is for everybody who reads none of them. */
  static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

  private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB");
  private static final int THOUSAND = 1000;
  private static final String BUNDLE = "org.rollcall.web.words";

  /** {@return the words in the language that a browser prefers} */
  static Words of(Context context) {
    return new Words(
        Optional.ofNullable(context.header("Accept-Language"))
            .map(Words::language)
            .orElse(LANGUAGES.get(0)));
  }

  private static Locale language(String preferred) {
    try {
      List<LanguageRange> ranges = LanguageRange.parse(preferred);
      return Optional.ofNullable(Locale.lookup(ranges, LANGUAGES)).orElse(LANGUAGES.get(0));
    } catch (IllegalArgumentException e) {
      return LANGUAGES.get(0);
    }
  }

  private ResourceBundle bundle() {
    return ResourceBundle.getBundle(
        BUNDLE, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  /**
   * A text.
   *
   * @param key key of the text
   * @param values what fills its placeholders, in order; none if it has none
   * @return the text
   * @throws java.util.MissingResourceException if there is no such text
   */
  public String text(String key, Object... values) {
    String text = bundle().getString(key);
    return values.length == 0 ? text : new MessageFormat(text, locale).format(values);
  }

  /**
   * What a failure says.
   *
   * @param problem the failure
   * @return its message in this language; in English, after a word of excuse, if it has no other
   */
  public String problem(RollcallException problem) {
    return problem.in(locale).orElseGet(() -> text("problem.english", problem.getMessage()));
  }

  /**
   * A message.
   *
   * @param message the message
   * @return it in this language; in English if there is no translation
   */
  public String message(Message message) {
    return message.text(locale);
  }

  /**
   * A mark.
   *
   * @param status the mark
   * @return the word for it
   */
  public String status(Status status) {
    return text("status." + status.name());
  }

  /**
   * A day.
   *
   * @param day anything that has a date
   * @return the date with the day of the week
   */
  public String date(TemporalAccessor day) {
    return DateTimeFormatter.ofPattern(text("pattern.day"), locale).format(day);
  }

  /**
   * A time of day.
   *
   * @param time anything that has one
   * @return hours and minutes
   */
  public String time(TemporalAccessor time) {
    return DateTimeFormatter.ofPattern(text("pattern.time"), locale).format(time);
  }

  /**
   * A moment.
   *
   * @param moment anything that has a date and a time of day
   * @return both
   */
  public String moment(TemporalAccessor moment) {
    return date(moment) + ", " + time(moment);
  }

  /**
   * A lesson of a class that is known from elsewhere.
   *
   * @param lesson the lesson
   * @return its day and its start
   */
  public String lesson(LessonKey lesson) {
    return moment(lesson.date().atTime(lesson.start()));
  }

  /**
   * The share of lessons attended.
   *
   * @param tally the marks
   * @return it in percent; a dash if no mark is decided
   */
  public String attendedShare(Tally tally) {
    OptionalDouble share = tally.attendedShare();
    NumberFormat format = NumberFormat.getPercentInstance(locale);
    format.setMaximumFractionDigits(1);
    return share.isPresent() ? format.format(share.getAsDouble()) : "–";
  }

  /**
   * A month.
   *
   * @param month the month
   * @return its name and the year
   */
  public String month(YearMonth month) {
    return DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(month);
  }

  /** {@return short names of the days of the week, Monday first} */
  public List<String> weekdays() {
    return Arrays.stream(DayOfWeek.values())
        .map(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, locale))
        .toList();
  }

  /**
   * A size.
   *
   * @param bytes the size in bytes
   * @return it in the largest decimal unit that fits, with about three digits
   */
  public String bytes(long bytes) {
    double size = bytes;
    int unit = 0;
    while (size >= THOUSAND && unit < UNITS.size() - 1) {
      size /= THOUSAND;
      unit++;
    }
    String digits = unit == 0 || size >= 100 ? "%.0f" : "%.1f";
    return String.format(locale, digits + " %s", size, UNITS.get(unit));
  }

  /** {@return all keys, to be compared with those of the other languages} */
  List<String> keys() {
    return Collections.list(bundle().getKeys()).stream().sorted().toList();
  }
}
