package org.rollcall.night;

import org.rollcall.model.Message;

/**
 * A problem that needs a person's attention.
 *
 * @param kind what kind of problem
 * @param sentence what is wrong and what to do about it
 */
public record Alarm(AlarmKind kind, Message sentence) {
  /** What an alarm is about. Each kind is reported at most once a day. */
  public enum AlarmKind {
    /** A nightly run did not complete. */
    MISSED_NIGHT,
    /** Too many recordings are waiting. */
    MANY_WAITING,
    /** A recording has been waiting for too long. */
    LONG_WAITING,
    /** The disk is nearly full. */
    LITTLE_SPACE,
    /** The scheduler of the nightly runs does nothing any more. */
    NO_SCHEDULER,
    /** The web pages, which also show alarms, could not be opened. */
    NO_PAGE,
    /** The state of the nightly runs could not be determined. */
    UNCHECKED
  }

  /**
   * An alarm saying that the other conditions could not be checked.
   *
   * @param reason why
   * @return the alarm
   */
  public static Alarm unchecked(Message reason) {
    return new Alarm(AlarmKind.UNCHECKED, Message.of(AlarmText.UNCHECKED, reason));
  }
}
