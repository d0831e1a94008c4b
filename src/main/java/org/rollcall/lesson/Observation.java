package org.rollcall.lesson;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rollcall.identity.FaceTrack;
import org.rollcall.model.VideoFrame;

/**
 * What a recording shows, before anybody is recognised.
 *
 * @param tracks the faces, each followed as long as it stayed in sight
 * @param fullest the sampled frame with the most faces, for the annotated preview
 * @param length length of the recording by its frames
 * @param declared length that the file claims
 * @param warnings what could not be read, a sentence each
 */
public record Observation(
    List<FaceTrack> tracks,
    Optional<VideoFrame> fullest,
    Duration length,
    Optional<Duration> declared,
    List<String> warnings) {
  /** Share of the recording that must be readable before anybody is called absent. */
  private static final double ENOUGH = 0.9;

  /** Losses shorter than this happen at the end of any recording. */
  private static final Duration USUAL_LOSS = Duration.ofSeconds(2);

  /** Or one in so many. */
  private static final long USUAL_SHARE = 100;

  /** Copies the lists. */
  public Observation {
    tracks = List.copyOf(tracks);
    warnings = List.copyOf(warnings);
  }

  /** {@return whether all that the file claims could be read} */
  boolean complete() {
    return warnings.isEmpty()
        || declared.map(says -> says.minus(length).toMillis() <= usualLoss(says)).orElse(true);
  }

  private static long usualLoss(Duration declared) {
    return Math.max(USUAL_LOSS.toMillis(), declared.toMillis() / USUAL_SHARE);
  }

  /** {@return whether so much of the recording could be read that who is not in it was absent} */
  boolean provesAbsence() {
    return declared.map(says -> length.toMillis() >= ENOUGH * says.toMillis()).orElse(true);
  }
}
