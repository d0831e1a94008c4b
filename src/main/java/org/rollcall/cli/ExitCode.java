package org.rollcall.cli;

import java.util.List;
import org.rollcall.config.BadSettings;
import org.rollcall.lesson.LessonReport;
import org.rollcall.model.Outcome;

/** What the program tells its caller. */
final class ExitCode {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int PARTIAL = 3;

  private ExitCode() {}

  /** {@return the code for recordings as they ended} */
  static int of(List<LessonReport> reports) {
    if (any(reports, Outcome.State.FAILED)) {
      return FAILED;
    }
    return any(reports, Outcome.State.PARTIAL) ? PARTIAL : DONE;
  }

  static int of(Throwable failure) {
    return failure instanceof BadSettings ? USAGE : FAILED;
  }

  private static boolean any(List<LessonReport> reports, Outcome.State state) {
    return reports.stream().anyMatch(report -> report.outcome().state() == state);
  }
}
