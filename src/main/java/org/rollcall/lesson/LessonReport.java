package org.rollcall.lesson;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.rollcall.home.Installation;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.Outcome;
import org.rollcall.model.Reason;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.Recording;
import org.rollcall.store.ledger.Recording.RecordingState;
import org.rollcall.store.ledger.WorkQueue;

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
    Optional<Message> sheetWaits,
    Optional<Trace> trace) {
  /** Reports a lesson whose sheet was written. */
  static LessonReport written(String file, LessonRegister register, Path sheet) {
    return new LessonReport(
        file,
        register.outcome(),
        false,
        Optional.of(register),
        Optional.of(sheet),
        Optional.empty(),
        Optional.empty());
  }

  /** Reports a lesson whose sheet is left pending. */
  static LessonReport pending(String file, LessonRegister register, Message reason) {
    return new LessonReport(
        file,
        register.outcome(),
        false,
        Optional.of(register),
        Optional.empty(),
        Optional.of(reason),
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
    WorkQueue.WorkState work = store.workQueue().workState(lesson);
    Optional<LessonRegister> register = store.lessons().find(lesson);
    boolean sheeted = work.state() == RecordingState.DONE || work.state() == RecordingState.PARTIAL;
    if (!sheeted || register.isEmpty()) {
      return failed(file, work.reason().orElseGet(LessonReport::notEnded), !work.state().ended());
    }
    return new LessonReport(
        file,
        register.get().outcome(),
        false,
        register,
        Optional.of(installation.home().sheet(lesson)).filter(Files::exists),
        store.pendingSheets().reason(lesson),
        Optional.empty());
  }

  LessonReport with(Trace other) {
    return new LessonReport(file, outcome, waits, register, sheet, sheetWaits, Optional.of(other));
  }

  /**
   * Reports a failure.
   *
   * @param file the recordings, or another name for what failed
   * @param reason the reason
   * @param waits whether the failure is temporary, so that the next run tries again
   * @return the report on the failure
   */
  public static LessonReport failed(String file, Message reason, boolean waits) {
    return new LessonReport(
        file,
        Outcome.failed(reason),
        waits,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Reports a recording that shows no lesson or could not be used for one. */
  public static LessonReport of(Recording recording) {
    return failed(
        recording.file(),
        recording.reason().orElseGet(LessonReport::notEnded),
        !recording.state().ended());
  }

  private static Message notEnded() {
    return Message.of(Reason.NOT_ENDED);
  }
}
