package org.rollcall.web;

import gg.jte.support.LocalizationSupport;
import io.javalin.http.Context;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
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
import org.rollcall.model.Status;

/**
 * The words of the pages in one language.
 *
 * @param locale the language
 */
record Words(Locale locale) implements LocalizationSupport {
  /** The languages that there are, the one for all others first. */
  static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

  private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB");
  private static final int THOUSAND = 1000;
  private static final String BUNDLE = "org.rollcall.web.words";

  /** {@return the words in the language that a browser asks for, as far as there is one} */
  static Words of(Context context) {
    return new Words(language(Optional.ofNullable(context.header("Accept-Language"))));
  }

  private static Locale language(Optional<String> wanted) {
    try {
      List<LanguageRange> ranges = wanted.map(LanguageRange::parse).orElse(List.of());
      return Optional.ofNullable(Locale.lookup(ranges, LANGUAGES)).orElse(LANGUAGES.get(0));
    } catch (IllegalArgumentException e) {
      return LANGUAGES.get(0);
    }
  }

  ResourceBundle bundle() {
    return ResourceBundle.getBundle(
        BUNDLE, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  @Override
  public String lookup(String key) {
    return bundle().getString(key);
  }

  /** {@return a text with things filled in} */
  String text(String key, Object... things) {
    return new MessageFormat(lookup(key), locale).format(things);
  }

  String status(Status status) {
    return lookup("status." + status.name());
  }

  String date(TemporalAccessor day) {
    return DateTimeFormatter.ofPattern(lookup("pattern.day"), locale).format(day);
  }

  String time(TemporalAccessor time) {
    return DateTimeFormatter.ofPattern(lookup("pattern.time"), locale).format(time);
  }

  /** {@return a share in percent, or a dash where there is nothing to share} */
  String percent(OptionalDouble share) {
    NumberFormat format = NumberFormat.getPercentInstance(locale);
    format.setMaximumFractionDigits(1);
    return share.isPresent() ? format.format(share.getAsDouble()) : "–";
  }

  String month(YearMonth month) {
    return DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(month);
  }

  /** {@return the days of the week, in short, Monday first} */
  List<String> weekdays() {
    return Arrays.stream(DayOfWeek.values())
        .map(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, locale))
        .toList();
  }

  /** {@return day and time where somebody is} */
  String moment(Instant moment, ZoneId zone) {
    ZonedDateTime there = moment.atZone(zone);
    return date(there) + ", " + time(there);
  }

  /** {@return a size in units of a thousand, with three digits or so} */
  String bytes(long bytes) {
    double size = bytes;
    int unit = 0;
    while (size >= THOUSAND && unit < UNITS.size() - 1) {
      size /= THOUSAND;
      unit++;
    }
    String digits = unit == 0 || size >= 100 ? "%.0f" : "%.1f";
    return String.format(locale, digits + " %s", size, UNITS.get(unit));
  }

  /** {@return the keys, for comparison with those of other languages} */
  List<String> keys() {
    return Collections.list(bundle().getKeys()).stream().sorted().toList();
  }
}
