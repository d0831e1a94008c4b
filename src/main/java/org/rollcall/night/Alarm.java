package org.rollcall.night;

/**
 * Something that a person should look at.
 *
 * @param kind what kind of thing
 * @param sentence what is wrong and what to do, in a sentence
 */
public record Alarm(AlarmKind kind, String sentence) {
  /** What an alarm is about. Of each, a person is told once a day. */
  public enum AlarmKind {
    /** A night did not run. */
    MISSED_NIGHT,
    /** Many recordings wait. */
    MANY_WAITING,
    /** A recording waits for long. */
    LONG_WAITING,
    /** The disc fills up. */
    LITTLE_SPACE,
    /** The page that tells others of alarms could not be opened. */
    NO_PAGE,
    /** Nobody can tell how things stand. */
    UNCHECKED
  }

  /**
   * Tells that the rest could not be looked at.
   *
   * @param reason why, in a sentence
   * @return the alarm
   */
  public static Alarm unchecked(String reason) {
    return new Alarm(AlarmKind.UNCHECKED, "Cannot tell whether nights run: " + reason);
  }
}
