package org.rollcall.config;

/**
 * When a student's absences should be looked at.
 *
 * @param attendanceBelow attendance that is low is below this (percent of the lessons taken, 0 to
 *     100; 0 for never)
 * @param fromLessons how many lessons must have been taken before attendance counts as low (1 to
 *     1000)
 * @param absencesInARow from how many absences in a row on (0 to 1000; 0 for never)
 */
public record WarningSettings(int attendanceBelow, int fromLessons, int absencesInARow) {
  /** What holds when nothing is set. */
  public static final WarningSettings DEFAULT = new WarningSettings(80, 5, 3);

  private static final int WHOLE = 100;
  private static final int MOST_LESSONS = 1000;

  public WarningSettings {
    check("attendanceBelow", attendanceBelow, 0, WHOLE);
    check("fromLessons", fromLessons, 1, MOST_LESSONS);
    check("absencesInARow", absencesInARow, 0, MOST_LESSONS);
  }

  private static void check(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be %d to %d, got %d".formatted(name, least, most, value));
    }
  }
}
