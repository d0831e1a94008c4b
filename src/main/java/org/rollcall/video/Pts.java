package org.rollcall.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.util.OptionalLong;

/**
 * The pts of a frame: its presentation timestamp.
 *
 * @param ticks in ticks of its stream; empty if it is missing
 */
record Pts(OptionalLong ticks) {
  static final Pts MISSING = new Pts(OptionalLong.empty());

  /** Reads a pts as FFmpeg gives it, with a number of its own for a missing one. */
  static Pts of(long ticks) {
    return ticks == AV_NOPTS_VALUE ? MISSING : new Pts(OptionalLong.of(ticks));
  }

  boolean isKnown() {
    return ticks.isPresent();
  }

  /** {@return how many ticks it comes after another; both must be known} */
  long minus(Pts other) {
    return ticks.getAsLong() - other.ticks.getAsLong();
  }
}
