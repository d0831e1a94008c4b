package org.rollcall.mail;

import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Status;
import org.rollcall.settings.Settings;

/**
 * The texts of the mails in one language.
 *
 * @param locale the language
 */
record MailWords(Locale locale) {
  private static final String BUNDLE = "org.rollcall.mail.words";

  /** {@return the texts in the language of the settings} */
  static MailWords of(Settings settings) {
    return new MailWords(settings.mail().language().locale());
  }

  private ResourceBundle bundle() {
    return ResourceBundle.getBundle(
        BUNDLE, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  /** {@return a text with its placeholders filled in} */
  String text(String key, Object... things) {
    return new MessageFormat(bundle().getString(key), locale).format(things);
  }

  String status(Status status) {
    return text("status." + status.name());
  }

  String day(TemporalAccessor day) {
    return DateTimeFormatter.ofPattern(text("pattern.day"), locale).format(day);
  }

  String time(TemporalAccessor time) {
    return DateTimeFormatter.ofPattern(text("pattern.time"), locale).format(time);
  }

  /** {@return for instance {@code 7A, Mon 16 Nov 2026, 09:00}} */
  String lesson(LessonKey lesson) {
    return "%s, %s, %s".formatted(lesson.className(), day(lesson.date()), time(lesson.start()));
  }

  /** {@return the sorted keys, for comparison between languages} */
  List<String> keys() {
    return Collections.list(bundle().getKeys()).stream().sorted().toList();
  }
}
