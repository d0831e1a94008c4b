package org.rollcall.desk;

import java.util.EnumSet;
import java.util.Set;
import org.rollcall.model.MarkSeries;
import org.rollcall.model.Tally;
import org.rollcall.settings.WarningSettings;

/** Why a student's absences should be looked at. */
public enum AbsenceWarning {
  /** The student attended too few of the lessons with a decided mark. */
  LOW_ATTENDANCE,
  /** The student has been absent too often in a row. */
  ABSENCES_IN_A_ROW;

  private static final int WHOLE = 100;

  /**
   * Finds the warnings about a student.
   *
   * @param marks the marks of the student
   * @param limits when to warn
   * @return the warnings in the order above; mostly none
   */
  public static Set<AbsenceWarning> of(MarkSeries marks, WarningSettings limits) {
    Set<AbsenceWarning> warnings = EnumSet.noneOf(AbsenceWarning.class);
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
