package org.rollcall.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A student's record in one lesson, without images.
 *
 * @param lesson the lesson
 * @param found the mark given by Rollcall
 * @param seen when the student was seen; empty if never
 * @param written the correction of that mark; empty if there is none
 */
public record StudentLesson(
    Lesson lesson, Status found, Optional<Seen> seen, Optional<Written> written) {
  /**
   * The times at which a student was seen.
   *
   * @param first time of the first sighting, from the start of the recording
   * @param last time of the last sighting
   * @param time total time for which the student was seen
   */
  public record Seen(Duration first, Duration last, Duration time) {}

  /**
   * A correction together with its author.
   *
   * @param correction corrected mark and remark
   * @param author who wrote it
   * @param since when it was written, as far as known
   */
  public record Written(Correction correction, String author, Instant since) {}

  /** {@return the mark in force} */
  public Status status() {
    return written.flatMap(words -> words.correction().status()).orElse(found);
  }

  /** {@return the remark; may be empty} */
  public String remark() {
    return written.map(words -> words.correction().remark()).orElse("");
  }
}
