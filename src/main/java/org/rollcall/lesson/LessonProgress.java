package org.rollcall.lesson;

import java.time.Duration;
import java.util.List;
import org.rollcall.model.RecordingPart;
import org.rollcall.store.ledger.Claim;

/** How much of a lesson's recordings is looked through, which are read one after the other. */
public final class LessonProgress {
  /** Who was there is found out after the last picture. */
  private static final int MOST_PERCENT = 99;

  private final List<RecordingPart> parts;
  private final double all;
  private int reading;

  /**
   * Starts before the first recording.
   *
   * @param claim the lesson and its recordings
   */
  public LessonProgress(Claim claim) {
    this.parts = claim.parts();
    this.all = parts.stream().mapToDouble(LessonProgress::seconds).sum();
  }

  /**
   * Goes on to a recording.
   *
   * @param sha256 hash of its content; one that is not of the lesson changes nothing
   */
  public void reading(String sha256) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).recording().sha256().equals(sha256)) {
        reading = i;
      }
    }
  }

  /**
   * Says how much of the lesson's recordings is looked through.
   *
   * @param position how far the work is in the recording, from the start of the part that shows the
   *     lesson
   * @param length length of that part, as far as known; zero when not
   * @return percent, from 0 to 99; 0 without a length
   */
  public int percent(Duration position, Duration length) {
    if (all == 0 || length.isZero()) {
      return 0;
    }
    double before = parts.subList(0, reading).stream().mapToDouble(LessonProgress::seconds).sum();
    double share = Math.min(1, position.toMillis() / (double) length.toMillis());
    double done = before + share * seconds(parts.get(reading));
    return (int) Math.max(0, Math.min(MOST_PERCENT, 100 * done / all));
  }

  /** Where nobody knows how long a recording is, it counts like any other such one. */
  private static double seconds(RecordingPart part) {
    return part.window()
        .to()
        .or(part.recording()::length)
        .map(end -> Math.max(1.0, end.minus(part.window().from()).toMillis() / 1000.0))
        .orElse(1.0);
  }
}
