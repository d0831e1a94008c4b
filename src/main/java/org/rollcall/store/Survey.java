package org.rollcall.store;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.rollcall.model.LessonKey;

/**
 * What a look at a recording found out.
 *
 * @param begins when it begins
 * @param length how long it says it is
 * @param camera name of the camera, where its name tells
 * @param part which of several pieces that begin at the same stated time, where its name tells
 * @param stretches what of it shows which lesson (not empty)
 * @param remarks what the sheet should say of it, a sentence each
 */
public record Survey(
    ZonedDateTime begins,
    Optional<Duration> length,
    Optional<String> camera,
    OptionalInt part,
    List<Stretch> stretches,
    List<String> remarks) {
  public Survey {
    stretches = List.copyOf(stretches);
    remarks = List.copyOf(remarks);
    if (stretches.isEmpty()) {
      throw new IllegalArgumentException("A recording that shows no lesson is refused instead");
    }
  }

  /**
   * A stretch of a recording.
   *
   * @param lesson which lesson it shows
   * @param from where it starts, from the begin of the recording
   * @param to where it ends (exclusive); empty for the end of the recording
   */
  public record Stretch(LessonKey lesson, Duration from, Optional<Duration> to) {}
}
