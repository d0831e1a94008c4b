package org.rollcall.web;

import java.util.List;
import org.rollcall.config.WarningSettings;
import org.rollcall.lesson.Warning;
import org.rollcall.model.MarkSeries;

/** What pages say of absences that should be looked at. */
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
