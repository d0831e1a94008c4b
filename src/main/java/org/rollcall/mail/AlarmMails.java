package org.rollcall.mail;

import java.util.List;
import java.util.Optional;
import org.rollcall.mail.MailBody.Paragraph;
import org.rollcall.settings.Settings;
import org.rollcall.store.mail.Mail;
import org.rollcall.store.mail.Mail.MailTopic;

/** Alarm mails. {@link MailService} adds them itself, since only it knows of alarms. */
final class AlarmMails implements MailKind {
  @Override
  public MailTopic kind() {
    return MailTopic.ALARM;
  }

  @Override
  public void addDue(MailSources sources) {
    // The store knows nothing of alarms.
  }

  @Override
  public Optional<Draft> write(Mail mail, MailSources sources) {
    return Optional.of(
        new Draft(body(mail.topic().note(), sources.settings()), mail.topic().note()));
  }

  static MailBody body(String text, Settings settings) {
    MailWords words = MailWords.of(settings);
    String title = words.text("alarm.subject", settings.school().name());
    return new MailBody(
        words.locale().getLanguage(),
        title,
        List.of(
            new MailBody.Heading(title),
            new Paragraph(text.strip()),
            new Paragraph(words.text("alarm.advice"))),
        Optional.empty());
  }
}
