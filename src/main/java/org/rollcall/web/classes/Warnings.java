package org.rollcall.web.classes;

import java.util.List;
import org.rollcall.config.WarningSettings;
import org.rollcall.lesson.Warning;
import org.rollcall.model.MarkSeries;
import org.rollcall.web.kit.Words;

/** Words the warnings about absences. */
final class Warnings {
  private Warnings() {}

  static List<String> texts(MarkSeries marks, WarningSettings limits, Words words) {
    return Warning.of(marks, limits).stream()
        .map(warning -> text(warning, marks, limits, words))
        .toList();
  }

  private static String text(
      Warning warning, MarkSeries marks, WarningSettings limits, Words words) {
    int number =
        warning == Warning.LOW_ATTENDANCE ? limits.attendanceBelow() : marks.absencesInARow();
    return words.text("warning." + warning.name(), number);
  }
}
