package org.rollcall.store.mail;

import java.time.Instant;
import java.util.Optional;
import org.rollcall.model.LessonKey;

/**
 * A mail in the outbox.
 *
 * @param key unique key: there is only ever one mail for each key
 * @param kind the kind of mail
 * @param recipient address of the recipient
 * @param topic what it is about
 */
public record Mail(String key, MailTopic kind, String recipient, Topic topic) {
  /**
   * Note of a mail that its recipient requested on a page, regardless of their mail preferences.
   */
  public static final String ASKED = "asked";

  /** The kinds of mail. */
  public enum MailTopic {
    /** The sheet of a lesson. */
    SHEET,
    /** The weekly summary of a class. */
    WEEKLY,
    /** A student is often absent. */
    WARNING,
    /** Rollcall needs attention. */
    ALARM
  }

  /** The state of a mail. */
  public enum MailState {
    /** It is waiting to be sent, now or later. */
    WAITING,
    /** A mail server has accepted it. */
    SENT,
    /** It could not be sent and is not retried. */
    GIVEN_UP
  }

  /**
   * The topic of a mail.
   *
   * @param className name of the class; empty for an alarm
   * @param lesson the lesson; empty if it is about none or several
   * @param student id of the student; empty if it is about none or several
   * @param note further details, depending on the kind of mail; may be empty
   */
  public record Topic(
      Optional<String> className,
      Optional<LessonKey> lesson,
      Optional<String> student,
      String note) {
    /**
     * Checks that a student comes with a class.
     *
     * @throws IllegalArgumentException if there is a student without a class
     */
    public Topic {
      if (student.isPresent() && className.isEmpty()) {
        throw new IllegalArgumentException("a student is one of a class");
      }
    }

    /**
     * Creates the topic of a mail about a lesson.
     *
     * @param lesson the lesson
     * @param note further details
     * @return the topic
     */
    public static Topic of(LessonKey lesson, String note) {
      return new Topic(
          Optional.of(lesson.className()), Optional.of(lesson), Optional.empty(), note);
    }

    /**
     * Creates the topic of a mail about a student in a lesson.
     *
     * @param lesson the lesson
     * @param student id of the student
     * @param note further details
     * @return the topic
     */
    public static Topic of(LessonKey lesson, String student, String note) {
      return new Topic(
          Optional.of(lesson.className()), Optional.of(lesson), Optional.of(student), note);
    }

    /**
     * Creates the topic of a mail about a class.
     *
     * @param className name of the class
     * @param note further details
     * @return the topic
     */
    public static Topic ofClass(String className, String note) {
      return new Topic(Optional.of(className), Optional.empty(), Optional.empty(), note);
    }

    /**
     * Creates the topic of a mail about anything else.
     *
     * @param note the details
     * @return the topic
     */
    public static Topic of(String note) {
      return new Topic(Optional.empty(), Optional.empty(), Optional.empty(), note);
    }
  }

  /**
   * The progress of a mail.
   *
   * @param state its state
   * @param attempts how often it was tried
   * @param nextTry when it is tried next; meaningless unless it is waiting
   * @param reason why the last attempt failed, a sentence; empty if none has
   * @param created when it was added to the outbox
   * @param sent when a server accepted it; empty if none has
   */
  public record MailCount(
      MailState state,
      int attempts,
      Instant nextTry,
      String reason,
      Instant created,
      Optional<Instant> sent) {}

  /**
   * A mail and its progress.
   *
   * @param mail the mail
   * @param standing its progress
   */
  public record Tracked(Mail mail, MailCount standing) {}

  /**
   * The exclusive right to send a mail, valid for {@link Outbox#LEASE}.
   *
   * @param mail the mail
   * @param token distinguishes this right from earlier and later ones
   * @param attempts how often it has been tried, including this time
   * @param since when it started to wait
   */
  public record MailClaim(Mail mail, String token, int attempts, Instant since) {}
}
