package org.rollcall.video;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.basics.Extremes;

/** What a reader of the result should know about the decoding of a recording, or of a part. */
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
  private boolean leapt;

  DecodingReport(Window window) {
    this.window = window;
    this.latest = Optional.of(window.from()).filter(from -> !from.isZero());
  }

  /**
   * Notes a frame of the window.
   *
   * @param at its time from the first frame, later than that of the frame before
   * @param whole false if the decoder had to fill in parts of it; true if it was not decoded
   */
  void passed(Duration at, boolean whole) {
    if (!whole && damaged++ == 0) {
      firstDamage = at;
    }
    seenUntil(at);
  }

  /** Notes that the recording goes on up to some time without another frame. */
  void seenUntil(Duration at) {
    Duration before = latest.orElse(at);
    Duration gap = at.minus(before);
    if (gap.compareTo(NOTABLE_GAP) >= 0) {
      gaps++;
      if (gap.compareTo(longestGap) > 0) {
        longestGap = gap;
        gapStart = before;
      }
    }
    latest = Optional.of(at);
  }

  /** Notes that the recording goes on at a time that no recording can have. */
  void leapt() {
    leapt = true;
  }

  /**
   * Sums up.
   *
   * @param declared how much of the window there is by what the file says
   * @param length how much of it could be decoded
   * @return a sentence for each finding
   */
  List<String> warnings(Optional<Duration> declared, Duration length) {
    List<String> warnings = new ArrayList<>();
    declared
        .filter(says -> says.minus(length).compareTo(tolerableLoss(says)) > 0)
        .map(says -> shorterThanDeclared(says, length))
        .ifPresent(warnings::add);
    if (gaps > 0) {
      warnings.add(
          "There is no picture between %s and %s%s."
              .formatted(
                  clockText(gapStart),
                  clockText(gapStart.plus(longestGap)),
                  gaps == 1 ? "" : ", the longest of %d such gaps".formatted(gaps)));
    }
    if (leapt) {
      warnings.add(
          "After %s its clock leaps by days, so what follows is left out."
              .formatted(clockText(window.from().plus(length))));
    }
    if (damaged > 0) {
      warnings.add(
          "%d frame%s damaged, the first at %s."
              .formatted(damaged, damaged == 1 ? " is" : "s are", clockText(firstDamage)));
    }
    return List.copyOf(warnings);
  }

  private String shorterThanDeclared(Duration declared, Duration length) {
    if (!window.equals(Window.ALL)) {
      return "The recording should go on to %s here, but it could be decoded to %s only."
          .formatted(
              clockText(window.from().plus(declared)), clockText(window.from().plus(length)));
    }
    return "The recording says %s, but only %s could be decoded."
        .formatted(clockText(declared), clockText(length));
  }

  private static Duration tolerableLoss(Duration declared) {
    Duration share = declared.dividedBy(LOSS_SHARE);
    return Extremes.max(share, SMALLEST_LOSS);
  }

  /** {@return minutes and seconds, as a player shows them} */
  static String clockText(Duration time) {
    return "%02d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
  }
}
