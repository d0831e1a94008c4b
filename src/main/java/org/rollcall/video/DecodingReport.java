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

  private final Window window;
  private Optional<Duration> latest;
  private Duration firstDamage = Duration.ZERO;
  private long damaged;
  private int gaps;
  private Duration gapStart = Duration.ZERO;
  private Duration longestGap = Duration.ZERO;
  private boolean jumped;

  /**
   * Starts before the first frame.
   *
   * @param window the part of the recording that is decoded
   */
  DecodingReport(Window window) {
    this.window = window;
    this.latest = Optional.of(window.from()).filter(from -> !from.isZero());
  }

  /**
   * Adds a frame of the window.
   *
   * @param at its time from the first frame of the recording, later than that of the previous frame
   * @param intact false if the decoder had to conceal parts of it; true if it was skipped
   */
  void addFrame(Duration at, boolean intact) {
    if (!intact && damaged++ == 0) {
      firstDamage = at;
    }
    advanceTo(at);
  }

  /** Notes that the recording continues to some time without another frame before it. */
  void advanceTo(Duration at) {
    Duration before = latest.orElse(at);
    Duration gap = at.minus(before);
    gaps += gap.compareTo(NOTABLE_GAP) >= 0 ? 1 : 0;
    if (gap.compareTo(longestGap) > 0) {
      longestGap = gap;
      gapStart = before;
    }
    latest = Optional.of(at);
  }

  /** Notes that the timestamps jump to a time that no recording can reach. */
  void addJump() {
    jumped = true;
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
    if (declared.minus(length).compareTo(tolerableLoss(declared)) > 0) {
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
    if (gaps > 0) {
      warnings.add(
          Message.of(
              gaps == 1 ? Reason.NO_PICTURE : Reason.NO_PICTURE_AT_TIMES,
              clockText(gapStart),
              clockText(gapStart.plus(longestGap)),
              gaps));
    }
    if (jumped) {
      warnings.add(Message.of(Reason.CLOCK_JUMPS, clockText(window.from().plus(length))));
    }
    if (damaged > 0) {
      warnings.add(Message.of(Reason.FRAMES_DAMAGED, damaged, clockText(firstDamage)));
    }
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

  private static Duration tolerableLoss(Duration declared) {
    Duration share = declared.dividedBy(LOSS_SHARE);
    return Extremes.max(share, SMALLEST_LOSS);
  }

  /** {@return a time in minutes and seconds, as a player shows it} */
  static String clockText(Duration time) {
    return "%02d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
  }
}
