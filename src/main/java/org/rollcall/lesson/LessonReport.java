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
 * What became of a lesson, or of a recording that shows none.
 *
 * @param file the recordings, by their paths relative to the home
 * @param outcome how it ended
 * @param waits whether a failure may heal, so that the next run tries again
 * @param register what the sheet shows; empty when it failed
 * @param sheet where the sheet is; empty when there is none
 * @param sheetWaits why the sheet could not be written; empty when it was
 * @param trace how long the stages took; empty when it failed, or another process did the work
 */
public record LessonReport(
    String file,
    Outcome outcome,
    boolean waits,
    Optional<LessonRegister> register,
    Optional<Path> sheet,
    String sheetWaits,
    Optional<Trace> trace) {
  /** A lesson with a register, and its sheet unless that waits. */
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
   * Tells from the store what became of a lesson.
   *
   * @param installation the installation
   * @param lesson a lesson that was claimed once
   * @param file its recordings, or what else it is called for people
   * @return where the work on it stands now
   */
  public static LessonReport of(Installation installation, LessonKey lesson, String file) {
    Store store = installation.store();
    Claims.Standing standing = store.claims().standing(lesson);
    Optional<LessonRegister> register = store.lessons().find(lesson);
    boolean sheeted =
        standing.state() == RecordingState.DONE || standing.state() == RecordingState.PARTIAL;
    if (!sheeted || register.isEmpty()) {
      return failed(file, standing.reason(), !standing.state().ended());
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
   * A failure.
   *
   * @param file the recordings, or what else it is about
   * @param reason why, a sentence
   * @param waits whether it may heal, so that the next run tries again
   * @return the report of it
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

  /** A recording that shows no lesson, or could not be used for any. */
  public static LessonReport of(Recording recording) {
    return failed(recording.file(), recording.reason(), !recording.state().ended());
  }
}
