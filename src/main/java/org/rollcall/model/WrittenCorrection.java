package org.rollcall.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A correction on record, whether or not it is still in force.
 *
 * @param lesson the lesson
 * @param correction corrected mark and remark
 * @param author who wrote it, or the sheet in which it was typed
 * @param since when it was written, as far as known
 * @param end when and by whom it was replaced or withdrawn; empty while it is in force
 */
public record WrittenCorrection(
    LessonKey lesson,
    Correction correction,
    String author,
    Instant since,
    Optional<CorrectionEnd> end) {
  /**
   * How a correction ended.
   *
   * @param at when it was replaced or withdrawn
   * @param by who did so
   */
  public record CorrectionEnd(Instant at, String by) {}
}
