package org.rollcall.lesson;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rollcall.identity.Tracklet;
import org.rollcall.model.Footage;
import org.rollcall.model.Inspection;

/**
 * What a recording shows of its lesson.
 *
 * @param placed which part of which recording
 * @param tracks the faces, by the time of the recording
 * @param fullest the frame with the most faces, by the time of the recording
 * @param length how much of the part could be read
 * @param declared how much of it there is by what the file claims, if it does
 * @param warnings what could not be read, a sentence each
 */
record AnalysedRecording(
    PlacedPart placed,
    List<Tracklet> tracks,
    Optional<Analysis.Fullest> fullest,
    Duration length,
    Optional<Duration> declared,
    List<String> warnings) {
  /** Losses shorter than this happen at the end of any recording. */
  private static final Duration USUAL_LOSS = Duration.ofSeconds(2);

  /** Or one in so many. */
  private static final long USUAL_SHARE = 100;

  /** {@return whether all could be read that the recording claims} */
  boolean complete() {
    return warnings.isEmpty()
        || declared.map(says -> says.minus(length).toMillis() <= usualLoss(says)).orElse(true);
  }

  private static long usualLoss(Duration says) {
    return Math.max(USUAL_LOSS.toMillis(), says.toMillis() / USUAL_SHARE);
  }

  /** {@return the recording, as the result names it} */
  Footage footage() {
    Inspection recording = placed.part().recording();
    return new Footage(
        recording.file(), recording.sha256(), placed.from(), length, recording.camera());
  }
}
