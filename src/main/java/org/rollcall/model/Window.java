package org.rollcall.model;

import java.time.Duration;
import java.util.Optional;

/**
 * A time window of a recording.
 *
 * @param from its start, measured from the first frame of the recording (inclusive; ≥ 0)
 * @param to its end, measured from the first frame of the recording (exclusive; > from); empty if
 *     it lasts to the end of the recording
 */
public record Window(Duration from, Optional<Duration> to) {
  /** The whole recording. */
  public static final Window ALL = new Window(Duration.ZERO, Optional.empty());

  /**
   * Checks the times.
   *
   * @throws IllegalArgumentException if it starts before the recording, or does not end after its
   *     start
   */
  public Window {
    if (from.isNegative() || to.filter(end -> end.compareTo(from) <= 0).isPresent()) {
      throw new IllegalArgumentException(
          "A window must start at 0 s or later and end after that, got %s to %s"
              .formatted(from, to.map(Duration::toString).orElse("the end")));
    }
  }

  /**
   * Checks whether a time lies in the window.
   *
   * @param at time from the first frame of the recording
   * @return true from the start (inclusive) to the end (exclusive)
   */
  public boolean contains(Duration at) {
    return at.compareTo(from) >= 0 && !endsBy(at);
  }

  /**
   * Checks whether the window ends at or before a time.
   *
   * @param at time from the first frame of the recording
   * @return true if no time from then on lies in the window
   */
  public boolean endsBy(Duration at) {
    return to.filter(end -> at.compareTo(end) >= 0).isPresent();
  }

  /**
   * Measures the part of the window before a time.
   *
   * @param end time from the first frame of the recording
   * @return its length; zero if the window starts later
   */
  public Duration lengthUntil(Duration end) {
    Duration reached = endsBy(end) ? to.orElseThrow() : end;
    return reached.compareTo(from) > 0 ? reached.minus(from) : Duration.ZERO;
  }
}
