package org.rollcall.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A student in a lesson, without pictures.
 *
 * @param lesson the lesson
 * @param found what Rollcall found
 * @param seen when the student was seen; empty when not at all
 * @param written what somebody wrote over it; empty when nobody did
 */
public record StudentLesson(
    Lesson lesson, Status found, Optional<Seen> seen, Optional<Written> written) {
  /**
   * When a student was seen.
   *
   * @param first time of the first sighting in the recording
   * @param last time of the last sighting
   * @param time sum of the times in which the student was seen
   */
  public record Seen(Duration first, Duration last, Duration time) {}

  /**
   * What somebody wrote over a mark.
   *
   * @param correction mark and remark
   * @param author who wrote it
   * @param since when it was written, as far as known
   */
  public record Written(Correction correction, String author, Instant since) {}

  /** {@return the mark that holds} */
  public Status status() {
    return written.flatMap(words -> words.correction().status()).orElse(found);
  }

  /** {@return what was written about it, may be empty} */
  public String remark() {
    return written.map(words -> words.correction().remark()).orElse("");
  }
}
