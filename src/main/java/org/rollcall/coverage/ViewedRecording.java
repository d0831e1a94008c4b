package org.rollcall.coverage;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.rollcall.model.Coverage.Stretch;
import org.rollcall.model.Coverage.View;

/**
 * What one recording shows of a lesson.
 *
 * @param stretches its stretches in the lesson, in any order; where they overlap, the worse view
 *     counts. Times are relative to the start of the first recording
 * @param faces average number of faces in its frames that show the room
 * @param pictures number of frames that show the room
 */
public record ViewedRecording(List<Stretch> stretches, double faces, int pictures) {
  /** Copies the list. */
  public ViewedRecording {
    stretches = List.copyOf(stretches);
  }

  /** {@return what it shows at a time; NOT_RECORDED outside its stretches} */
  View at(Duration time) {
    return stretches.stream()
        .filter(one -> one.from().compareTo(time) <= 0 && one.to().compareTo(time) > 0)
        .map(Stretch::view)
        .max(Comparator.naturalOrder())
        .orElse(View.NOT_RECORDED);
  }
}
