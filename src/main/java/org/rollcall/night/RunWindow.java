package org.rollcall.night;

import java.time.Instant;
import java.util.Optional;

/**
 * The time during which a run takes lessons, from now on.
 *
 * @param end from when no further lesson is taken; empty for no limit
 */
public record RunWindow(Optional<Instant> end) {
  /** A window that never closes. */
  public static final RunWindow OPEN = new RunWindow(Optional.empty());

  /**
   * Creates a window that closes.
   *
   * @param end from when no further lesson is taken
   * @return the window
   */
  public static RunWindow until(Instant end) {
    return new RunWindow(Optional.of(end));
  }
}
