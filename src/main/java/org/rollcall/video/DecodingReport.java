package org.rollcall.video;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.basics.Extremes;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.Window;

/**
 * Collects what a reader of the results should know about the decoding of a recording or a part.
 */
final class DecodingReport {
  private static final Duration NOTABLE_GAP = Duration.ofSeconds(10);
  private static final Duration SMALLEST_LOSS = Duration.ofSeconds(2);
  private static final long LOSS_SHARE = 100;

  /** A camera that misses a frame or two still shows the class. */
  private static final int FRAMES_TO_MISS = 2;

  private final Window window;
  private final Duration frameLength;
  private final Duration shortestGap;
  private final List<Window> gaps = new ArrayList<>();
  private final Findings damaged = new Findings();
  private final Findings repeated = new Findings();
  private final Findings dropped = new Findings();
  private final Findings restarts = new Findings();
  private Optional<Duration> latest;
  private Duration shownUntil;
  private int notableGaps;
  private Duration gapStart = Duration.ZERO;
  private Duration longestGap = Duration.ZERO;
  private boolean jumped;

  /**
   * Starts before the first frame.
   *
   * @param window the part of the recording that is decoded
   * @param interval time between two samples
   * @param frameLength nominal time between two frames
   */
  DecodingReport(Window window, Duration interval, Duration frameLength) {
    this.window = window;
    this.frameLength = frameLength;
    this.shortestGap =
        Extremes.max(interval.plus(SMALLEST_LOSS), frameLength.multipliedBy(FRAMES_TO_MISS));
    this.latest = Optional.of(window.from()).filter(from -> !from.isZero());
    this.shownUntil = window.from();
  }

  /** Things of one kind. */
  private static final class Findings {
    private long count;
    private Duration first = Duration.ZERO;

    void add(Duration at) {
      first = count++ == 0 ? at : first;
    }

    /** {@return their number and the time of the first; empty if there are none} */
    Optional<Message> as(Reason reason) {
      return count == 0
          ? Optional.empty()
          : Optional.of(Message.of(reason, count, clockText(first)));
    }
  }

  /**
   * Adds a frame of the window.
   *
   * @param at its time from the first frame of the recording, later than that of the previous frame
   * @param intact false if the decoder had to conceal parts of it; true if it was skipped
   */
  void addFrame(Duration at, boolean intact) {
    if (!intact) {
      damaged.add(at);
    }
    addPicture(at);
    if (intact) {
      addIntact(at);
    }
  }

  /** Notes that the recording continues to some time without another frame before it. */
  void advanceTo(Duration at) {
    addPicture(at);
    addIntact(at);
  }

  private void addPicture(Duration at) {
    Duration before = latest.orElse(at);
    Duration gap = at.minus(before);
    boolean usual = gap.compareTo(frameLength.multipliedBy(FRAMES_TO_MISS)) <= 0;
    notableGaps += usual || gap.compareTo(NOTABLE_GAP) < 0 ? 0 : 1;
    if (gap.compareTo(longestGap) > 0) {
      longestGap = gap;
      gapStart = before;
    }
    latest = Optional.of(at);
  }

  private void addIntact(Duration at) {
    if (at.minus(shownUntil).compareTo(shortestGap) > 0) {
      gaps.add(new Window(shownUntil, Optional.of(at)));
    }
    shownUntil = at.plus(frameLength);
  }

  /** Notes that the timestamps jump to a time that no recording can reach. */
  void addJump() {
    jumped = true;
  }

  /** Notes how the time of a frame followed from its timestamp. */
  void addAdvance(FrameClock.Advance advance, Duration at) {
    switch (advance) {
      case REPEATED -> repeated.add(at);
      case DROPPED -> dropped.add(at);
      case RESTARTED -> restarts.add(at);
      case STEADY -> {}
    }
  }

  /**
   * Lists the stretches of the window without an intact picture.
   *
   * @param length how much of the window could be decoded
   * @param declared how much of it there should be
   * @return the stretches in the order of time, measured from the first frame of the recording
   */
  List<Window> gaps(Duration length, Duration declared) {
    List<Window> all = new ArrayList<>(gaps);
    Duration end = window.from().plus(length);
    Duration shown = Extremes.min(shownUntil, end);
    if (isLoss(length, declared) || end.minus(shown).compareTo(shortestGap) > 0) {
      Duration due = window.from().plus(Extremes.max(length, declared));
      all.add(new Window(shown, Optional.of(due)));
    }
    return List.copyOf(all);
  }

  /**
   * Sums up a window of which the file declares the length.
   *
   * @param length how much of the window could be decoded
   * @param declared how much of it there should be
   * @return what was found
   */
  List<Message> warnings(Duration length, Duration declared) {
    List<Message> warnings = new ArrayList<>();
    if (isLoss(length, declared)) {
      warnings.add(shorterThanDeclared(declared, length));
    }
    warnings.addAll(warnings(length));
    return List.copyOf(warnings);
  }

  /**
   * Sums up a window.
   *
   * @param length how much of the window could be decoded
   * @return what was found
   */
  List<Message> warnings(Duration length) {
    List<Message> warnings = new ArrayList<>();
    if (notableGaps > 0) {
      warnings.add(
          Message.of(
              notableGaps == 1 ? Reason.NO_PICTURE : Reason.NO_PICTURE_AT_TIMES,
              clockText(gapStart),
              clockText(gapStart.plus(longestGap)),
              notableGaps));
    }
    if (jumped) {
      warnings.add(Message.of(Reason.CLOCK_JUMPS, clockText(window.from().plus(length))));
    }
    damaged.as(Reason.FRAMES_DAMAGED).ifPresent(warnings::add);
    repeated.as(Reason.FRAMES_SAME_TIME).ifPresent(warnings::add);
    dropped.as(Reason.FRAMES_STEP_BACK).ifPresent(warnings::add);
    restarts.as(Reason.CLOCK_SET).ifPresent(warnings::add);
    return List.copyOf(warnings);
  }

  private Message shorterThanDeclared(Duration declared, Duration length) {
    if (!window.equals(Window.ALL)) {
      return Message.of(
          Reason.PART_SHORT,
          clockText(window.from().plus(declared)),
          clockText(window.from().plus(length)));
    }
    return Message.of(Reason.RECORDING_SHORT, clockText(declared), clockText(length));
  }

  /**
   * Tells a loss from the usual difference between a header and the frames.
   *
   * @param length how much of the window could be decoded
   * @param declared how much of it there should be
   */
  boolean isLoss(Duration length, Duration declared) {
    Duration tolerable =
        Extremes.max(
            Extremes.max(declared.dividedBy(LOSS_SHARE), SMALLEST_LOSS),
            frameLength.multipliedBy(2));
    return declared.minus(length).compareTo(tolerable) > 0;
  }

  /** {@return a time in minutes and seconds, as a player shows it} */
  static String clockText(Duration time) {
    return "%02d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
  }
}
