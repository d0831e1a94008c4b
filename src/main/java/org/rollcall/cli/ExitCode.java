package org.rollcall.cli;

import java.util.List;
import org.rollcall.lesson.LessonReport;
import org.rollcall.model.Outcome;
import org.rollcall.school.InvalidConfiguration;

/** The exit codes of the program. */
final class ExitCode {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int PARTIAL = 3;

  private ExitCode() {}

  /** {@return the code for processed recordings: the worst outcome counts} */
  static int of(List<LessonReport> reports) {
    if (any(reports, Outcome.Completion.FAILED)) {
      return FAILED;
    }
    return any(reports, Outcome.Completion.PARTIAL) ? PARTIAL : DONE;
  }

  static int of(Throwable failure) {
    return failure instanceof InvalidConfiguration ? USAGE : FAILED;
  }

  private static boolean any(List<LessonReport> reports, Outcome.Completion state) {
    return reports.stream().anyMatch(report -> report.outcome().state() == state);
  }
}
