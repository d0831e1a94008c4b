package org.rollcall.lesson;

import java.time.Duration;
import java.util.Optional;
import org.rollcall.model.RecordingPart;

/**
 * A part of a recording, placed in its lesson.
 *
 * @param part the part
 * @param shift offset to add to a time in the recording to get the time in the lesson
 * @param camera number of the camera, from 0
 */
record PlacedPart(RecordingPart part, Duration shift, int camera) {
  /** {@return the time in the lesson at which the part starts} */
  Duration from() {
    return shift.plus(part.window().from());
  }

  /** {@return the time in the lesson at which the part ends; empty if unknown before it is read} */
  Optional<Duration> to() {
    Optional<Duration> end = part.window().to().or(part.recording()::length);
    return end.map(shift::plus);
  }
}
