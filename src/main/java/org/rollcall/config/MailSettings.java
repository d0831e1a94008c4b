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
 * @param warnings when somebody is warned of a student's absences
 */
public record MailSettings(Server server, Language language, Weekly weekly, Warnings warnings) {
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
          new Warnings(75, 8, 3, 10));

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

  /**
   * When somebody is warned of a student's absences.
   *
   * @param below percentage of lessons attended below which a student is warned of (0 to 100); 0
   *     for never
   * @param fromLessons how many lessons have to be decided before the percentage counts (1 to 1000)
   * @param inRow how many lessons in a row a student is absent from when warned of (0 to 100); 0
   *     for never
   * @param aDay how many warnings one person gets on one day, at most (1 to 1000)
   */
  public record Warnings(int below, int fromLessons, int inRow, int aDay) {
    private static final int MOST = 1000;
    private static final int HUNDRED = 100;

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if one of them is overstepped
     */
    public Warnings {
      check("below", 0, below, HUNDRED);
      check("fromLessons", 1, fromLessons, MOST);
      check("inRow", 0, inRow, HUNDRED);
      check("aDay", 1, aDay, MOST);
    }

    private static void check(String name, int lowest, int value, int highest) {
      if (value < lowest || value > highest) {
        throw new IllegalArgumentException(
            "%s must be %d to %d, got %d".formatted(name, lowest, highest, value));
      }
    }
  }
}
