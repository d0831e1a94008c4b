package org.rollcall.model;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that was written over a mark of a student, whether it still holds or not.
 *
 * @param lesson in which lesson
 * @param correction mark and remark
 * @param author who wrote it, or the sheet in which it was typed
 * @param since when it was written, as far as known
 * @param end when and by whom it was changed or taken back; empty while it holds
 */
public record WrittenCorrection(
    LessonKey lesson, Correction correction, String author, Instant since, Optional<Fate> end) {
  /**
   * The end of a correction.
   *
   * @param at when it was changed or taken back
   * @param by who did that
   */
  public record Fate(Instant at, String by) {}
}
