package org.rollcall.settings;

import org.rollcall.basics.setting.Help;
import org.rollcall.basics.setting.Section;
import org.rollcall.basics.setting.Setting;
import org.rollcall.basics.setting.SettingsType;

/**
 * Settings for warnings about a student's absences.
 *
 * @param attendanceBelow attendance rate, in percent of the lessons taken, below which a warning is
 *     given; 0 for never
 * @param fromLessons minimum number of lessons taken before the attendance rate counts
 * @param absencesInARow number of consecutive absences from which a warning is given; 0 for never
 */
@Section("warnings")
@Help("When a student's absences deserve attention.")
public record WarningSettings(
    @Setting(key = "warnings.attendanceBelow", fallback = "80", limits = "0 to 100 percent")
        @Help(
            "Pages and mails warn of a student who attended less than this share of the lessons"
                + " taken; 0 for never.")
        int attendanceBelow,
    @Setting(key = "warnings.fromLessons", fallback = "5", limits = "1 to 1000 lessons")
        @Help("How many lessons must have been taken before warnings.attendanceBelow applies.")
        int fromLessons,
    @Setting(key = "warnings.absencesInARow", fallback = "3", limits = "0 to 1000 lessons")
        @Help(
            "Pages and mails warn of a student who has been absent this many times in a row; 0 for"
                + " never.")
        int absencesInARow) {
  private static final int WHOLE = 100;

  public WarningSettings {
    SettingsType.of(WarningSettings.class).check(attendanceBelow, fromLessons, absencesInARow);
  }

  /**
   * Decides whether an attendance deserves attention.
   *
   * @param attended number of lessons that were attended
   * @param taken number of lessons with a decided mark
   * @return whether it is too low
   */
  public boolean isLow(int attended, int taken) {
    return taken >= fromLessons && attended * WHOLE < attendanceBelow * taken;
  }

  /**
   * Decides whether a run of absences deserves attention.
   *
   * @param absences number of consecutive absences
   * @return whether there are too many
   */
  public boolean isLongRow(int absences) {
    return absencesInARow > 0 && absences >= absencesInARow;
  }
}
