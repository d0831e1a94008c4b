package org.rollcall.config;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;

/**
 * How mails are sent, and what is in them.
 *
 * @param server which mail server takes them
 * @param language in which they are written
 * @param weekly when the summaries of the classes are sent
 * @param warningsADay how many warnings of absences one person gets on one day (1 to 1000)
 */
public record MailSettings(Server server, Language language, Weekly weekly, int warningsADay) {
  private static final int MOST_WARNINGS = 1000;

  /** What holds when nothing is set: no mail. */
  public static final MailSettings DEFAULT =
      new MailSettings(
          new Server(
              Optional.empty(),
              587,
              Security.STARTTLS,
              new Sender(Optional.empty(), Optional.empty(), Optional.empty())),
          Language.EN,
          new Weekly(DayOfWeek.MONDAY, LocalTime.of(6, 0)),
          10);

  /**
   * Checks the number of warnings.
   *
   * @throws IllegalArgumentException if there are too many, or none
   */
  public MailSettings {
    if (warningsADay < 1 || warningsADay > MOST_WARNINGS) {
      throw new IllegalArgumentException("warningsADay must be 1 to 1000, got " + warningsADay);
    }
  }

  /** {@return whether mails are sent at all} */
  public boolean isOn() {
    return server.host().isPresent();
  }

  /** How the way to the mail server is protected. */
  public enum Security {
    /** Not at all. */
    NONE,
    /** It begins in the open and is encrypted before anything is said; else nothing is said. */
    STARTTLS,
    /** It is encrypted from the begin. */
    TLS
  }

  /** The languages in which mails can be written. */
  public enum Language {
    /** English. */
    EN,
    /** German. */
    DE;

    /** {@return the locale} */
    public Locale locale() {
      return Locale.forLanguageTag(name());
    }
  }

  /**
   * A mail server.
   *
   * @param host its name; empty for no mail
   * @param port its port (1 to 65535)
   * @param security how the way there is protected
   * @param sender who sends
   */
  public record Server(Optional<String> host, int port, Security security, Sender sender) {
    private static final int HIGHEST_PORT = 65_535;

    /**
     * Checks the port.
     *
     * @throws IllegalArgumentException if it is none
     */
    public Server {
      if (port < 1 || port > HIGHEST_PORT) {
        throw new IllegalArgumentException("port must be 1 to 65535, got " + port);
      }
    }
  }

  /**
   * Who sends.
   *
   * @param from address that mails come from
   * @param user who logs in to the server; empty where it asks for nobody
   * @param passwordFile file that holds the password and nothing else
   */
  public record Sender(Optional<String> from, Optional<String> user, Optional<Path> passwordFile) {}

  /**
   * When the summaries of the classes are sent. They are about the seven days before.
   *
   * @param day weekday
   * @param time time of day
   */
  public record Weekly(DayOfWeek day, LocalTime time) {}
}
