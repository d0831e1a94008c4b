package org.rollcall.lesson;

import java.time.Duration;
import java.util.List;
import org.rollcall.model.RecordingPart;
import org.rollcall.store.ledger.Claim;

/** How much of a lesson's recordings, which are read one after another, has been analysed. */
public final class LessonProgress {
  /** The highest percentage: students are identified only after the last frame. */
  private static final int MOST_PERCENT = 99;

  private final List<RecordingPart> parts;
  private final double all;
  private int reading;

  /**
   * Creates the progress of a lesson of which nothing has been analysed yet.
   *
   * @param claim the lesson and its recordings
   */
  public LessonProgress(Claim claim) {
    this.parts = claim.parts();
    this.all = parts.stream().mapToDouble(LessonProgress::seconds).sum();
  }

  /**
   * Moves on to a recording.
   *
   * @param sha256 hash of its content; a hash of no recording of the lesson changes nothing
   */
  public void reading(String sha256) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).recording().sha256().equals(sha256)) {
        reading = i;
      }
    }
  }

  /**
   * Returns how much of the lesson's recordings has been analysed.
   *
   * @param position position in the current recording, from the start of the part that shows the
   *     lesson
   * @param length length of that part; zero if unknown
   * @return percentage from 0 to 99; 0 if the length is unknown
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

  /**
   * Length of a part in seconds, at least 1; 1 if unknown, so that all such parts count equally.
   */
  private static double seconds(RecordingPart part) {
    return part.window()
        .to()
        .or(part.recording()::length)
        .map(end -> Math.max(1.0, end.minus(part.window().from()).toMillis() / 1000.0))
        .orElse(1.0);
  }
}
