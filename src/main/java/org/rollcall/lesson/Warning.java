package org.rollcall.lesson;

import java.util.EnumSet;
import java.util.Set;
import org.rollcall.config.WarningSettings;
import org.rollcall.model.MarkSeries;
import org.rollcall.model.Tally;

/** Why a student's absences should be looked at. */
public enum Warning {
  /** He or she attended too small a part of the lessons taken. */
  LOW_ATTENDANCE,
  /** He or she was absent too often since last there. */
  ABSENCES_IN_A_ROW;

  private static final int WHOLE = 100;

  /**
   * What there is to warn of.
   *
   * @param marks the marks of a student
   * @param limits from when on they should be looked at
   * @return the warnings, in their order; mostly none
   */
  public static Set<Warning> of(MarkSeries marks, WarningSettings limits) {
    Set<Warning> warnings = EnumSet.noneOf(Warning.class);
    if (isLow(marks.tally(), limits)) {
      warnings.add(LOW_ATTENDANCE);
    }
    if (limits.absencesInARow() > 0 && marks.absencesInARow() >= limits.absencesInARow()) {
      warnings.add(ABSENCES_IN_A_ROW);
    }
    return warnings;
  }

  private static boolean isLow(Tally tally, WarningSettings limits) {
    return tally.taken() >= limits.fromLessons()
        && WHOLE * tally.attended() < limits.attendanceBelow() * tally.taken();
  }
}
