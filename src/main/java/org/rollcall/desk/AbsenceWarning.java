package org.rollcall.desk;

import java.util.EnumSet;
import java.util.Set;
import org.rollcall.model.MarkSeries;
import org.rollcall.settings.WarningSettings;

/** A reason to check on a student's absences. */
public enum AbsenceWarning {
  /** The student attended too small a share of the lessons with a decided mark. */
  LOW_ATTENDANCE,
  /** The student has been absent from too many lessons in a row. */
  ABSENCES_IN_A_ROW;

  /**
   * Finds the warnings about a student.
   *
   * @param marks the marks of the student
   * @param limits when to warn
   * @return the warnings in the order above; usually none
   */
  public static Set<AbsenceWarning> of(MarkSeries marks, WarningSettings limits) {
    Set<AbsenceWarning> warnings = EnumSet.noneOf(AbsenceWarning.class);
    if (limits.isLow(marks.tally().attended(), marks.tally().taken())) {
      warnings.add(LOW_ATTENDANCE);
    }
    if (limits.isLongRow(marks.absencesInARow())) {
      warnings.add(ABSENCES_IN_A_ROW);
    }
    return warnings;
  }
}
