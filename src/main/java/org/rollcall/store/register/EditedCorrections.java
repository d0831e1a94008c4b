package org.rollcall.store.register;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.rollcall.model.Correction;
import org.rollcall.model.LessonKey;
import org.rollcall.model.WrittenCorrection;
import org.rollcall.store.register.SheetEdits.SheetEdit;

/** Saves what was typed into the sheet of a lesson, at the time at which it was typed. */
final class EditedCorrections {
  private final Handle handle;
  private final LessonKey lesson;
  private final String sheet;

  EditedCorrections(Handle handle, LessonKey lesson, String sheet) {
    this.handle = handle;
    this.lesson = lesson;
    this.sheet = sheet;
  }

  /** Lets a correction replace the current one. */
  void take(SheetEdit edit, Instant now) {
    Instant at = edit.at().isAfter(now) ? now : edit.at();
    Corrections.change(handle, lesson, edit, new Corrections.Edit(sheet, at));
  }

  /**
   * Inserts a correction that was replaced before it was read: it ends the one before it, and ends
   * where the next one starts.
   */
  void insertIntoHistory(SheetEdit edit) {
    List<WrittenCorrection> written =
        Corrections.ofLesson(handle, lesson).getOrDefault(edit.student(), List.of());
    if (written.stream().anyMatch(one -> isSame(one, edit))) {
      return;
    }
    Optional<WrittenCorrection.CorrectionEnd> end =
        written.stream()
            .filter(one -> isInForce(one, edit.at()))
            .findFirst()
            .flatMap(WrittenCorrection::end)
            .or(() -> next(written, edit.at()));
    end.ifPresent(
        replaced -> {
          Corrections.cutShort(handle, lesson, edit, sheet);
          if (!edit.correction().equals(Correction.NONE)) {
            Corrections.insertPast(handle, lesson, edit, written(edit, replaced));
          }
        });
  }

  private WrittenCorrection written(SheetEdit edit, WrittenCorrection.CorrectionEnd end) {
    return new WrittenCorrection(lesson, edit.correction(), sheet, edit.at(), Optional.of(end));
  }

  private boolean isSame(WrittenCorrection one, SheetEdit edit) {
    return one.author().equals(sheet)
        && one.since().equals(edit.at())
        && one.correction().equals(edit.correction());
  }

  private static boolean isInForce(WrittenCorrection one, Instant at) {
    return !one.since().isAfter(at) && one.end().filter(end -> end.at().isAfter(at)).isPresent();
  }

  private static Optional<WrittenCorrection.CorrectionEnd> next(
      List<WrittenCorrection> written, Instant at) {
    return written.stream()
        .filter(one -> one.since().isAfter(at))
        .min(Comparator.comparing(WrittenCorrection::since))
        .map(one -> new WrittenCorrection.CorrectionEnd(one.since(), one.author()));
  }
}
