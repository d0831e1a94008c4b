package org.rollcall.web.classes;

import java.util.List;
import org.rollcall.desk.AbsenceWarning;
import org.rollcall.model.MarkSeries;
import org.rollcall.settings.WarningSettings;
import org.rollcall.web.kit.Words;

/** Words the warnings about absences. */
final class Warnings {
  private Warnings() {}

  static List<String> texts(MarkSeries marks, WarningSettings limits, Words words) {
    return AbsenceWarning.of(marks, limits).stream()
        .map(warning -> text(warning, marks, limits, words))
        .toList();
  }

  private static String text(
      AbsenceWarning warning, MarkSeries marks, WarningSettings limits, Words words) {
    int number =
        warning == AbsenceWarning.LOW_ATTENDANCE
            ? limits.attendanceBelow()
            : marks.absencesInARow();
    return words.text("warning." + warning.name(), number);
  }
}
