package org.rollcall.video;

import java.time.Duration;
import java.util.Optional;

/**
 * A part of a recording.
 *
 * @param from where it begins, measured from the first frame of the recording (0 or more)
 * @param to where it ends, itself excluded (> from); empty for the end of the recording
 */
public record Window(Duration from, Optional<Duration> to) {
  /** The whole recording. */
  public static final Window ALL = new Window(Duration.ZERO, Optional.empty());

  /**
   * Checks the times.
   *
   * @throws IllegalArgumentException if it begins before the recording, or ends before it begins
   */
  public Window {
    if (from.isNegative() || to.filter(end -> end.compareTo(from) <= 0).isPresent()) {
      throw new IllegalArgumentException(
          "A window must begin at 0 s or later and end after that, got %s to %s"
              .formatted(from, to.map(Duration::toString).orElse("the end")));
    }
  }

  /** {@return whether a frame of that time belongs to it} */
  boolean contains(Duration at) {
    return at.compareTo(from) >= 0 && !endsBy(at);
  }

  /** {@return whether nothing from that time on belongs to it} */
  boolean endsBy(Duration at) {
    return to.filter(end -> at.compareTo(end) >= 0).isPresent();
  }

  /** {@return how much of it lies before a time} */
  Duration lengthUntil(Duration end) {
    Duration reached = endsBy(end) ? to.orElseThrow() : end;
    return reached.compareTo(from) > 0 ? reached.minus(from) : Duration.ZERO;
  }
}
