package org.rollcall.mail;

import java.util.List;
import java.util.Optional;
import org.rollcall.config.Settings;
import org.rollcall.mail.Letter.Paragraph;
import org.rollcall.store.Mail;
import org.rollcall.store.Mail.Kind;

/** Alarms. The service asks for them, for it alone knows of them. */
final class AlarmMails implements Occasion {
  @Override
  public Kind kind() {
    return Kind.ALARM;
  }

  @Override
  public void post(Sources sources) {
    // Nothing in the store tells of alarms.
  }

  @Override
  public Optional<Draft> write(Mail mail, Sources sources) {
    return Optional.of(
        new Draft(letter(mail.topic().note(), sources.settings()), mail.topic().note()));
  }

  static Letter letter(String text, Settings settings) {
    MailWords words = MailWords.of(settings);
    String title = words.text("alarm.subject", settings.school().name());
    return new Letter(
        words.locale().getLanguage(),
        title,
        List.of(
            new Letter.Heading(title),
            new Paragraph(text.strip()),
            new Paragraph(words.text("alarm.advice"))),
        Optional.empty());
  }
}
