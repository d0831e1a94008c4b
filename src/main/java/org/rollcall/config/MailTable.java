package org.rollcall.config;

import java.time.DayOfWeek;
import org.rollcall.config.MailSettings.Security;
import org.rollcall.config.SettingsTable.Source;

/** The part of {@link SettingsTable} about mails. */
final class MailTable {
  private MailTable() {}

  static MailSettings fill(Source from) {
    return new MailSettings(
        server(from),
        from.take(
            new Setting<>(
                "mail.language",
                Form.choice(MailSettings.Language.class),
                settings -> settings.mail().language(),
                "Language of the mails: English or German.")),
        weekly(from),
        warningsADay(from));
  }

  private static MailSettings.Server server(Source from) {
    return new MailSettings.Server(
        from.take(
            new Setting<>(
                "mail.host",
                Form.text("the name of a machine").orNothing(),
                settings -> settings.mail().server().host(),
                "The mail server that takes Rollcall's mails; nothing for no mails at all.")),
        from.take(
            new Setting<>(
                "mail.port",
                Form.wholeNumber(1, 65_535, ""),
                settings -> settings.mail().server().port(),
                "Its port: 587 is usual for starttls, 465 for tls, 25 for none.")),
        from.take(
            new Setting<>(
                "mail.security",
                Form.choice(Security.class),
                settings -> settings.mail().server().security(),
                "How the way there is encrypted: from the first word on (tls), or before anything"
                    + " but a greeting is said (starttls); a server that cannot do so, or is not"
                    + " the one that its certificate names, gets no mail. none encrypts nothing,"
                    + " and is for a server on the same machine.")),
        sender(from));
  }

  private static MailSettings.Sender sender(Source from) {
    return new MailSettings.Sender(
        from.take(
            new Setting<>(
                "mail.from",
                Form.mailAddress().orNothing(),
                settings -> settings.mail().server().sender().from(),
                "The address that mails come from. Needed where mail.host is set.")),
        from.take(
            new Setting<>(
                "mail.user",
                Form.text("a text").orNothing(),
                settings -> settings.mail().server().sender().user(),
                "Who logs in to the mail server; nothing where it asks for nobody. The password is"
                    + " taken from the variable ROLLCALL_MAIL_PASSWORD.")),
        from.take(
            new Setting<>(
                "mail.passwordFile",
                Form.file().orNothing(),
                settings -> settings.mail().server().sender().passwordFile(),
                "The file that holds the password for the mail server and nothing else, where"
                    + " ROLLCALL_MAIL_PASSWORD is not set.")));
  }

  private static MailSettings.Weekly weekly(Source from) {
    return new MailSettings.Weekly(
        from.take(
            new Setting<>(
                "mail.weeklyDay",
                Form.choice(DayOfWeek.class),
                settings -> settings.mail().weekly().day(),
                "Weekday on which the summaries of the classes are sent, about the seven days"
                    + " before that day.")),
        from.take(
            new Setting<>(
                "mail.weeklyTime",
                Form.timeOfDay(),
                settings -> settings.mail().weekly().time(),
                "Time of day from which they are sent.")));
  }

  private static int warningsADay(Source from) {
    return from.take(
        new Setting<>(
            "mail.warningsADay",
            Form.wholeNumber(1, 1000, " mails"),
            settings -> settings.mail().warningsADay(),
            "How many warnings of absences (see warnings) one person gets on one day, at most; the"
                + " others come on the next."));
  }
}
