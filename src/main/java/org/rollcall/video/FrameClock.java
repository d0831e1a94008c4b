package org.rollcall.video;

import java.time.Duration;
import java.util.Optional;
import org.rollcall.basics.Extremes;

/**
 * Converts the pts of frames to time since the first frame.
 *
 * <p>The pts of recorders cannot be trusted: they start anywhere, are missing, stand still, step
 * back by a few frames, or restart when the recorder's clock is set. A frame with the pts of the
 * one before it is counted on at the nominal frame rate. A larger step back, a small one that lasts
 * and a jump forward by more than a day are taken as a restart; time goes on there as if the frames
 * followed each other.
 */
final class FrameClock {
  static final Duration MAX_FORWARD_STEP = Duration.ofDays(1);
  private static final Duration LEAST_RESTART = Duration.ofSeconds(1);
  private static final Duration MOST_RESTART = Duration.ofSeconds(10);

  /** No codec shows a frame later than so many that follow it in the file. */
  private static final int MOST_REORDERED = 16;

  private static final double NANOS_PER_SECOND = 1e9;

  private final double numerator;
  private final double denominator;
  private final Duration frameLength;
  private final Duration restart;
  private Pts origin = Pts.MISSING;
  private Pts previous = Pts.MISSING;
  private Duration offset = Duration.ZERO;
  private Optional<Duration> latest = Optional.empty();
  private Advance advance = Advance.STEADY;
  private int dropped;
  private boolean restarting;

  /** How the time of a frame follows from its pts. */
  enum Advance {
    /** It goes on from the frame before. */
    STEADY,
    /** It has the pts of the frame before and is counted on. */
    REPEATED,
    /** The pts start from another time here. */
    RESTARTED,
    /** It steps back, so the frame has no time. */
    DROPPED
  }

  /**
   * Sets the time base: a tick lasts {@code numerator / denominator} seconds.
   *
   * @param frameLength time to assume between two frames if a pts is missing
   */
  FrameClock(int numerator, int denominator, Duration frameLength) {
    this.numerator = numerator;
    this.denominator = denominator;
    this.frameLength = frameLength;
    Duration reordered = frameLength.multipliedBy(MOST_REORDERED + 1L);
    this.restart = Extremes.min(MOST_RESTART, Extremes.max(LEAST_RESTART, reordered));
  }

  /**
   * Reads the pts of the next frame.
   *
   * @param pts its pts
   * @return its time from the first frame; empty if the frame steps back and must be dropped
   */
  Optional<Duration> read(Pts pts) {
    boolean repeated = pts.isKnown() && pts.equals(previous);
    Duration at = pts.isKnown() && !repeated ? sinceOrigin(pts) : following();
    advance = repeated && !restarting ? Advance.REPEATED : advance(at);
    restarting = false;
    dropped = advance == Advance.DROPPED ? dropped + 1 : 0;
    if (dropped > MOST_REORDERED) {
      advance = Advance.RESTARTED;
      dropped = 0;
    }
    if (advance == Advance.DROPPED) {
      return Optional.empty();
    }
    latest = Optional.of(advance == Advance.RESTARTED ? restarted(pts) : at);
    previous = pts;
    return latest;
  }

  private Advance advance(Duration at) {
    if (latest.isEmpty()) {
      return Advance.STEADY;
    }
    if (restarting) {
      return Advance.RESTARTED;
    }
    Duration since = at.minus(latest.get());
    if (since.plus(restart).isNegative() || since.compareTo(MAX_FORWARD_STEP) > 0) {
      return Advance.RESTARTED;
    }
    return since.isNegative() || since.isZero() ? Advance.DROPPED : Advance.STEADY;
  }

  /** Notes that the pts start again with the frame that is read next. */
  void restart() {
    restarting = true;
  }

  /** {@return how the time of the frame read last follows from its pts} */
  Advance advance() {
    return advance;
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
