package org.rollcall.lesson;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rollcall.identity.Tracklet;
import org.rollcall.model.Footage;
import org.rollcall.model.Inspection;
import org.rollcall.model.Message;

/**
 * The analysis of one part of a recording.
 *
 * @param placed the part and its place in the lesson
 * @param tracks the faces; times are relative to the recording
 * @param fullest the frame with the most faces; its time is relative to the recording
 * @param length length of the part that could be read
 * @param declared length of the part as declared by the file; empty if it declares none
 * @param warnings what could not be read
 */
record AnalysedRecording(
    PlacedPart placed,
    List<Tracklet> tracks,
    Optional<Analysis.Fullest> fullest,
    Duration length,
    Optional<Duration> declared,
    List<Message> warnings) {
  /** Losses up to this length are normal at the end of any recording. */
  private static final Duration USUAL_LOSS = Duration.ofSeconds(2);

  /** Losses up to the declared length divided by this are normal, too. */
  private static final long USUAL_SHARE = 100;

  /**
   * {@return whether everything that the recording declares could be read, but for a usual loss}
   */
  boolean complete() {
    return warnings.isEmpty()
        || declared.map(says -> says.minus(length).toMillis() <= usualLoss(says)).orElse(true);
  }

  private static long usualLoss(Duration says) {
    return Math.max(USUAL_LOSS.toMillis(), says.toMillis() / USUAL_SHARE);
  }

  /** {@return the recording as the results list it} */
  Footage footage() {
    Inspection recording = placed.part().recording();
    return new Footage(
        recording.file(), recording.sha256(), placed.from(), length, recording.camera());
  }
}
