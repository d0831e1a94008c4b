package org.rollcall.video;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Turns the time stamps of frames into time since the first frame.
 *
 * <p>Stamps of recorders are not to be trusted: they start anywhere, are missing, step back by a
 * frame, or start again when the recorder's clock was set. A step back of more than seconds and a
 * leap of more than a day count as such a new start.
 */
final class FrameClock {
  private static final Duration BACKWARDS = Duration.ofSeconds(10);
  static final Duration FORWARDS = Duration.ofDays(1);
  private static final double NANOS = 1e9;

  private final double numerator;
  private final double denominator;
  private final Duration frameLength;
  private OptionalLong origin = OptionalLong.empty();
  private Duration offset = Duration.ZERO;
  private Optional<Duration> latest = Optional.empty();

  /**
   * Makes a clock whose tick lasts {@code numerator / denominator} seconds.
   *
   * @param frameLength what to assume between a frame and the next where a stamp is missing
   */
  FrameClock(int numerator, int denominator, Duration frameLength) {
    this.numerator = numerator;
    this.denominator = denominator;
    this.frameLength = frameLength;
  }

  /**
   * Reads the stamp of the next frame.
   *
   * @param stamp in ticks, if the frame has one
   * @return its time from the first frame; empty for a frame that steps back and is to be dropped
   */
  Optional<Duration> read(OptionalLong stamp) {
    Duration at = stamp.isPresent() ? sinceOrigin(stamp.getAsLong()) : following();
    if (latest.isPresent()) {
      Duration step = at.minus(latest.get());
      if (step.plus(BACKWARDS).isNegative() || step.compareTo(FORWARDS) > 0) {
        at = restarted(stamp);
      } else if (step.isNegative() || step.isZero()) {
        return Optional.empty();
      }
    }
    latest = Optional.of(at);
    return latest;
  }

  /**
   * Tells what the stamp of a later frame will probably be read as, without reading it.
   *
   * @param stamp in ticks, if the frame has one
   * @param framesLater how many frames after the last one that was read
   */
  Duration expected(OptionalLong stamp, int framesLater) {
    return stamp.isPresent() && origin.isPresent()
        ? offset.plus(length(stamp.getAsLong() - origin.getAsLong()))
        : latest.map(frames(framesLater)::plus).orElse(Duration.ZERO);
  }

  /**
   * Tells the stamp that a frame at a time would have, if stamps went on as they began.
   *
   * @return in ticks; empty if no frame had a stamp yet
   */
  OptionalLong stamp(Duration time) {
    return origin.isPresent()
        ? OptionalLong.of(origin.getAsLong() + ticks(time.minus(offset)))
        : OptionalLong.empty();
  }

  /**
   * Leaves out what lies between the last frame that was read and another one, without taking that
   * for a new start.
   *
   * @param time of the frame to be read next, by {@link #expected}
   */
  void leaveOutUntil(Duration time) {
    latest = Optional.of(time.minus(frameLength));
  }

  private Duration sinceOrigin(long ticks) {
    if (origin.isEmpty()) {
      restarted(OptionalLong.of(ticks));
    }
    return offset.plus(length(ticks - origin.getAsLong()));
  }

  private Duration restarted(OptionalLong stamp) {
    origin = stamp;
    offset = following();
    return offset;
  }

  private Duration following() {
    return latest.map(frameLength::plus).orElse(Duration.ZERO);
  }

  /** {@return how long so many frames usually last} */
  Duration frames(int count) {
    return frameLength.multipliedBy(count);
  }

  /** {@return how long so many ticks last} */
  Duration length(long ticks) {
    return Duration.ofNanos(Math.round(ticks * NANOS * numerator / denominator));
  }

  private long ticks(Duration time) {
    return Math.round(time.toNanos() / NANOS / numerator * denominator);
  }
}
