package org.rollcall.video;

import java.time.Duration;
import java.util.Optional;

/**
 * Converts the pts of frames to time since the first frame.
 *
 * <p>The pts of recorders cannot be trusted: they start anywhere, are missing, step back by a
 * frame, or restart when the recorder's clock is set. A larger step back and a jump forward by more
 * than a day are taken as such a restart; time goes on there as if the frames followed each other.
 */
final class FrameClock {
  private static final Duration MAX_BACKWARD_STEP = Duration.ofSeconds(10);
  static final Duration MAX_FORWARD_STEP = Duration.ofDays(1);
  private static final double NANOS_PER_SECOND = 1e9;

  private final double numerator;
  private final double denominator;
  private final Duration frameLength;
  private Pts origin = Pts.MISSING;
  private Duration offset = Duration.ZERO;
  private Optional<Duration> latest = Optional.empty();

  /**
   * Sets the time base: a tick lasts {@code numerator / denominator} seconds.
   *
   * @param frameLength time to assume between two frames if a pts is missing
   */
  FrameClock(int numerator, int denominator, Duration frameLength) {
    this.numerator = numerator;
    this.denominator = denominator;
    this.frameLength = frameLength;
  }

  /**
   * Reads the pts of the next frame.
   *
   * @param pts its pts
   * @return its time from the first frame; empty if the frame steps back and must be dropped
   */
  Optional<Duration> read(Pts pts) {
    Duration at = pts.isKnown() ? sinceOrigin(pts) : following();
    Optional<Duration> step = latest.map(at::minus);
    if (step.filter(FrameClock::isRestart).isPresent()) {
      at = restarted(pts);
    } else if (step.filter(FrameClock::isNoAdvance).isPresent()) {
      return Optional.empty();
    }
    latest = Optional.of(at);
    return latest;
  }

  private static boolean isRestart(Duration step) {
    return step.plus(MAX_BACKWARD_STEP).isNegative() || step.compareTo(MAX_FORWARD_STEP) > 0;
  }

  private static boolean isNoAdvance(Duration step) {
    return step.isNegative() || step.isZero();
  }

  /**
   * Predicts the time of a later frame, without reading it.
   *
   * @param pts its pts
   * @param framesLater how many frames it comes after the last one read
   */
  Duration expected(Pts pts, int framesLater) {
    return pts.isKnown() && origin.isKnown()
        ? offset.plus(length(pts.minus(origin)))
        : latest.map(frames(framesLater)::plus).orElse(Duration.ZERO);
  }

  /**
   * The pts of a frame at a given time, provided that there is no restart before it.
   *
   * @return the pts; missing if no frame read so far had one
   */
  Pts pts(Duration time) {
    return origin.isKnown()
        ? Pts.of(origin.ticks().getAsLong() + ticks(time.minus(offset)))
        : Pts.MISSING;
  }

  /**
   * Moves the clock to just before a frame, so that the gap is not taken for a restart.
   *
   * @param time of the frame to be read next, by {@link #expected}
   */
  void seekTo(Duration time) {
    latest = Optional.of(time.minus(frameLength));
  }

  private Duration sinceOrigin(Pts pts) {
    if (!origin.isKnown()) {
      restarted(pts);
    }
    return offset.plus(length(pts.minus(origin)));
  }

  private Duration restarted(Pts pts) {
    origin = pts;
    offset = following();
    return offset;
  }

  private Duration following() {
    return latest.map(frameLength::plus).orElse(Duration.ZERO);
  }

  /** {@return the nominal length of a number of frames} */
  Duration frames(int count) {
    return frameLength.multipliedBy(count);
  }

  /** {@return the length of a number of ticks} */
  Duration length(long ticks) {
    return Duration.ofNanos(Math.round(ticks * NANOS_PER_SECOND * numerator / denominator));
  }

  private long ticks(Duration time) {
    return Math.round(time.toNanos() / NANOS_PER_SECOND / numerator * denominator);
  }
}
