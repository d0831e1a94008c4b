package org.rollcall.settings;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import org.rollcall.basics.setting.Help;
import org.rollcall.basics.setting.Section;
import org.rollcall.basics.setting.Setting;
import org.rollcall.basics.setting.SettingsType;

/**
 * Settings for the content and delivery of mails.
 *
 * @param server the mail server
 * @param language language of the mails
 * @param weekly when the weekly class summaries are sent
 * @param warningsADay maximum number of absence warnings per recipient and day
 */
@Section("mail")
@Help("How mails are sent, and what is in them.")
public record MailSettings(
    Server server,
    @Setting(key = "mail.language", fallback = "en")
        @Help("Language of the mails: English or German.")
        Language language,
    Weekly weekly,
    @Setting(key = "mail.warningsADay", fallback = "10", limits = "1 to 1000 mails")
        @Help(
            "How many warnings of absences (see warnings) a person gets per day at most; the others"
                + " follow the next day.")
        int warningsADay) {
  /** The environment variable that holds the password for the mail server. */
  public static final String PASSWORD_VARIABLE = "ROLLCALL_MAIL_PASSWORD";

  public MailSettings {
    SettingsType.of(MailSettings.class).check(server, language, weekly, warningsADay);
  }

  /** {@return whether mails are sent at all} */
  public boolean isOn() {
    return server.host().isPresent();
  }

  /** How the connection to the mail server is encrypted. */
  public enum Security {
    /** No encryption. */
    NONE,
    /**
     * The connection starts in plain text and must be upgraded before any data are sent; otherwise
     * nothing is sent.
     */
    STARTTLS,
    /** Encrypted from the start. */
    TLS
  }

  /** The languages in which mails can be written. */
  public enum Language {
    /** English. */
    EN,
    /** German. */
    DE;

    /** {@return the corresponding locale} */
    public Locale locale() {
      return Locale.forLanguageTag(name());
    }
  }

  /**
   * A mail server.
   *
   * @param host host name; empty to send no mail
   * @param port port number
   * @param security how the connection is encrypted
   * @param sender the sender
   */
  public record Server(
      @Setting(key = "mail.host", expected = "a host name")
          @Help("Mail server that accepts Rollcall's mails. Leave empty for no mail at all.")
          Optional<String> host,
      @Setting(key = "mail.port", fallback = "587", limits = "1 to 65535")
          @Help("Port of the mail server; usually 587 for starttls, 465 for tls, and 25 for none.")
          int port,
      @Setting(key = "mail.security", fallback = "starttls")
          @Help(
              "How the connection is encrypted: from the start (tls), or after no more than a"
                  + " greeting (starttls). A server that cannot do this, or is not the one that its"
                  + " certificate names, gets no mail. none encrypts nothing, and is for a server"
                  + " on the same machine.")
          Security security,
      Sender sender) {
    public Server {
      SettingsType.of(Server.class).check(host, port, security, sender);
    }
  }

  /**
   * The sender's address and login.
   *
   * @param from the From address
   * @param user user name for the server; empty if it requires no login
   * @param passwordFile file that contains only the password
   */
  public record Sender(
      @Setting(key = "mail.from", expected = "an address such as rollcall@school.example")
          @Help("Address that mails come from. Required if mail.host is set.")
          Optional<String> from,
      @Setting(key = "mail.user")
          @Help("User name for the mail server. Leave empty if it requires no login.")
          Optional<String> user,
      @Setting(key = "mail.passwordFile", password = PASSWORD_VARIABLE)
          @Help("File that holds the password for the mail server and nothing else.")
          Optional<Path> passwordFile) {
    public Sender {
      SettingsType.of(Sender.class).check(from, user, passwordFile);
      from.ifPresent(MailAddress::check);
    }
  }

  /**
   * Settings for when the weekly class summaries are sent. They cover the preceding seven days.
   *
   * @param day day of the week
   * @param time time of day
   */
  public record Weekly(
      @Setting(key = "mail.weeklyDay", fallback = "monday")
          @Help(
              "Weekday on which the summaries of the classes are sent. They cover the seven days"
                  + " before.")
          DayOfWeek day,
      @Setting(key = "mail.weeklyTime", fallback = "06:00")
          @Help("Time of day from which the summaries are sent.")
          LocalTime time) {}
}
