package org.rollcall.lesson;

import java.nio.file.Path;
import java.util.Optional;
import org.rollcall.model.Outcome;
import org.rollcall.model.Register;

/**
 * What became of a recording.
 *
 * @param file path relative to the home
 * @param outcome how it ended
 * @param waits whether a failure may heal, so that the next run tries again
 * @param register what the sheet shows; empty when it failed
 * @param sheet where the sheet is; empty when it failed
 * @param trace how long the stages took; empty when it failed
 */
public record LessonReport(
    String file,
    Outcome outcome,
    boolean waits,
    Optional<Register> register,
    Optional<Path> sheet,
    Optional<Trace> trace) {
  static LessonReport of(String file, Register register, Path sheet, Trace trace) {
    return new LessonReport(
        file,
        register.outcome(),
        false,
        Optional.of(register),
        Optional.of(sheet),
        Optional.of(trace));
  }

  static LessonReport failed(String file, String reason, boolean waits) {
    return new LessonReport(
        file, Outcome.failed(reason), waits, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
