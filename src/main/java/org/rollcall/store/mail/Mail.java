package org.rollcall.store.mail;

import java.time.Instant;
import java.util.Optional;
import org.rollcall.model.LessonKey;

/**
 * A mail that was asked for.
 *
 * @param key makes it unique: of each key there is one mail, ever
 * @param kind what kind of mail
 * @param recipient address of who gets it
 * @param topic what it is about
 */
public record Mail(String key, MailTopic kind, String recipient, Topic topic) {
  /** Note of a mail that its recipient asked for at a page, whatever mails are wanted otherwise. */
  public static final String ASKED = "asked";

  /** What kinds of mails there are. */
  public enum MailTopic {
    /** The sheet of a lesson. */
    SHEET,
    /** The summary of a class, once a week. */
    WEEKLY,
    /** A student is absent a lot. */
    WARNING,
    /** Rollcall needs a look. */
    ALARM
  }

  /** Where a mail stands. */
  public enum MailState {
    /** It is to be sent, now or later. */
    WAITING,
    /** A mail server has taken it. */
    SENT,
    /** It could not be sent, and is not tried any more. */
    GIVEN_UP
  }

  /**
   * What a mail is about.
   *
   * @param className the class; empty for an alarm
   * @param lesson the lesson; empty if it is about none or several
   * @param student id of the student; empty if it is about none or several
   * @param note what the kind of mail has to say besides; may be empty
   */
  public record Topic(
      Optional<String> className,
      Optional<LessonKey> lesson,
      Optional<String> student,
      String note) {
    /**
     * Checks that a student is one of a class.
     *
     * @throws IllegalArgumentException if there is a student without a class
     */
    public Topic {
      if (student.isPresent() && className.isEmpty()) {
        throw new IllegalArgumentException("a student is one of a class");
      }
    }

    /**
     * About a lesson.
     *
     * @param lesson the lesson
     * @param note what is to say besides
     * @return the topic
     */
    public static Topic of(LessonKey lesson, String note) {
      return new Topic(
          Optional.of(lesson.className()), Optional.of(lesson), Optional.empty(), note);
    }

    /**
     * About a student in a lesson.
     *
     * @param lesson the lesson
     * @param student id of the student
     * @param note what is to say besides
     * @return the topic
     */
    public static Topic of(LessonKey lesson, String student, String note) {
      return new Topic(
          Optional.of(lesson.className()), Optional.of(lesson), Optional.of(student), note);
    }

    /**
     * About a class.
     *
     * @param className name of the class
     * @param note what is to say besides
     * @return the topic
     */
    public static Topic ofClass(String className, String note) {
      return new Topic(Optional.of(className), Optional.empty(), Optional.empty(), note);
    }

    /**
     * About something else.
     *
     * @param note what there is to say
     * @return the topic
     */
    public static Topic of(String note) {
      return new Topic(Optional.empty(), Optional.empty(), Optional.empty(), note);
    }
  }

  /**
   * How far a mail is.
   *
   * @param state where it stands
   * @param attempts how often it was tried
   * @param nextTry when it is tried next; without meaning unless it waits
   * @param reason why the last try failed, in a sentence; empty if none has
   * @param created when it was asked for
   * @param sent when a server took it; empty if none has
   */
  public record MailCount(
      MailState state,
      int attempts,
      Instant nextTry,
      String reason,
      Instant created,
      Optional<Instant> sent) {}

  /**
   * A mail and how far it is.
   *
   * @param mail the mail
   * @param standing how far it is
   */
  public record Tracked(Mail mail, MailCount standing) {}

  /**
   * The right to send a mail, for {@link Outbox#LEASE}.
   *
   * @param mail the mail
   * @param token tells this right from earlier and later ones
   * @param attempts how often it has been tried, this time included
   * @param since when it began to wait
   */
  public record MailTurn(Mail mail, String token, int attempts, Instant since) {}
}
