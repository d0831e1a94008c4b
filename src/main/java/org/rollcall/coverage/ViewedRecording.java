package org.rollcall.coverage;

import java.time.Duration;
import java.util.List;
import org.rollcall.model.Coverage.Stretch;
import org.rollcall.model.Coverage.View;

/**
 * What one recording shows of a lesson.
 *
 * @param stretches its stretches in the lesson, in order, without overlaps; times are relative to
 *     the start of the first recording
 * @param faces average number of faces in its frames that show the room
 */
public record ViewedRecording(List<Stretch> stretches, double faces) {
  /** Copies the list. */
  public ViewedRecording {
    stretches = List.copyOf(stretches);
  }

  /** {@return faces times the time in which they were seen, in seconds} */
  double faceSeconds() {
    return stretches.stream()
        .filter(stretch -> stretch.view() == View.SEEN)
        .map(Stretch::length)
        .mapToDouble(length -> faces * length.toMillis() / 1000.0)
        .sum();
  }

  /** {@return what it shows at a time; NOT_RECORDED outside its stretches} */
  View at(Duration time) {
    return stretches.stream()
        .filter(one -> one.from().compareTo(time) <= 0 && one.to().compareTo(time) > 0)
        .map(Stretch::view)
        .findFirst()
        .orElse(View.NOT_RECORDED);
  }
}
