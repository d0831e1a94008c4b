package org.rollcall.config;

/**
 * How long people who are nobody in a class are recognised again.
 *
 * @param keepDays days after which somebody is forgotten who was in no recording processed since (0
 *     to 366; 30 by default); 0 forgets everybody with the lesson
 */
public record UnknownSettings(int keepDays) {
  /** What holds when nothing is set. */
  public static final UnknownSettings DEFAULT = new UnknownSettings(30);

  public UnknownSettings {
    if (keepDays < 0 || keepDays > 366) {
      throw new IllegalArgumentException("keepDays must be 0 to 366, got " + keepDays);
    }
  }

  /** {@return whether anybody is recognised from lesson to lesson} */
  public boolean kept() {
    return keepDays > 0;
  }
}
