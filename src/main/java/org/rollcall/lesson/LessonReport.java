package org.rollcall.lesson;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.rollcall.home.Installation;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Outcome;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.Claims;
import org.rollcall.store.ledger.Recording;
import org.rollcall.store.ledger.Recording.RecordingState;

/**
 * The result of processing a lesson, or of a recording that shows no lesson.
 *
 * @param file paths of the recordings, relative to the home
 * @param outcome how processing ended
 * @param waits whether a failure is temporary, so that the next run tries again
 * @param register the register that the sheet shows; empty after a failure
 * @param sheet path of the sheet; empty if there is none
 * @param sheetWaits why the sheet could not be written; empty if it was written
 * @param trace time spent in each stage; empty after a failure or if another process did the work
 */
public record LessonReport(
    String file,
    Outcome outcome,
    boolean waits,
    Optional<LessonRegister> register,
    Optional<Path> sheet,
    String sheetWaits,
    Optional<Trace> trace) {
  /** Reports a lesson with its register, and its sheet unless that is pending. */
  static LessonReport of(String file, LessonRegister register, Path sheet, String sheetWaits) {
    return new LessonReport(
        file,
        register.outcome(),
        false,
        Optional.of(register),
        Optional.of(sheet).filter(path -> sheetWaits.isEmpty()),
        sheetWaits,
        Optional.empty());
  }

  /**
   * Reports on a lesson from the store.
   *
   * @param installation the installation
   * @param lesson a lesson that has been claimed before
   * @param file its recordings, or another name to show for it
   * @return the current state of the work on it
   */
  public static LessonReport of(Installation installation, LessonKey lesson, String file) {
    Store store = installation.store();
    Claims.WorkState work = store.claims().workState(lesson);
    Optional<LessonRegister> register = store.lessons().find(lesson);
    boolean sheeted = work.state() == RecordingState.DONE || work.state() == RecordingState.PARTIAL;
    if (!sheeted || register.isEmpty()) {
      return failed(file, work.reason(), !work.state().ended());
    }
    return new LessonReport(
        file,
        register.get().outcome(),
        false,
        register,
        Optional.of(installation.home().sheet(lesson)).filter(Files::exists),
        store.pendingSheets().reason(lesson).orElse(""),
        Optional.empty());
  }

  LessonReport with(Trace other) {
    return new LessonReport(file, outcome, waits, register, sheet, sheetWaits, Optional.of(other));
  }

  /**
   * Reports a failure.
   *
   * @param file the recordings, or another name for what failed
   * @param reason the reason, as a sentence
   * @param waits whether the failure is temporary, so that the next run tries again
   * @return the report on the failure
   */
  public static LessonReport failed(String file, String reason, boolean waits) {
    return new LessonReport(
        file,
        Outcome.failed(reason),
        waits,
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.empty());
  }

  /** Reports a recording that shows no lesson or could not be used for one. */
  public static LessonReport of(Recording recording) {
    return failed(recording.file(), recording.reason(), !recording.state().ended());
  }
}
