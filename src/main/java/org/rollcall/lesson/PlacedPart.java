package org.rollcall.lesson;

import java.time.Duration;
import java.util.Optional;
import org.rollcall.model.RecordingPart;

/**
 * A part of a recording, in its lesson.
 *
 * @param part the part
 * @param shift what brings a time of the recording to the time of the lesson
 * @param camera number of the camera, from 0
 */
record PlacedPart(RecordingPart part, Duration shift, int camera) {
  /** {@return where it starts in the lesson} */
  Duration from() {
    return shift.plus(part.window().from());
  }

  /** {@return where it ends in the lesson, as far as known before it is read} */
  Optional<Duration> to() {
    Optional<Duration> end = part.window().to().or(part.recording()::length);
    return end.map(shift::plus);
  }
}
