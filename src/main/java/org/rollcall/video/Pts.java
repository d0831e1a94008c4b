package org.rollcall.video;

import java.util.OptionalLong;

/**
 * The pts of a frame: its presentation timestamp.
 *
 * @param ticks in ticks of its stream; empty if it is missing
 */
record Pts(OptionalLong ticks) {
  static final Pts MISSING = new Pts(OptionalLong.empty());

  /** FFmpeg's AV_NOPTS_VALUE, whose class would load the native libraries. */
  private static final long NONE = Long.MIN_VALUE;

  /** Reads a pts as FFmpeg gives it, with a number of its own for a missing one. */
  static Pts of(long ticks) {
    return ticks == NONE ? MISSING : new Pts(OptionalLong.of(ticks));
  }

  boolean isKnown() {
    return ticks.isPresent();
  }

  /** {@return how many ticks it comes after another; both must be known} */
  long minus(Pts other) {
    return ticks.getAsLong() - other.ticks.getAsLong();
  }
}
