package org.rollcall.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Message;
import org.rollcall.model.Window;

class DecodingReportTest {
  private final DecodingReport report = report(Window.ALL);

  @Test
  void warnings_intactRecording_isEmpty() {
    report.addFrame(Duration.ZERO, true);

    assertThat(report.warnings(Duration.ofSeconds(1))).isEmpty();
  }

  @Test
  void warnings_shorterThanDeclared_namesBothLengths() {
    assertThat(report.warnings(Duration.ofSeconds(2472), Duration.ofMinutes(60)))
        .extracting(Message::toString)
        .containsExactly("The recording says 60:00, but only 41:12 could be decoded.");
  }

  @Test
  void warnings_atMostOnePercentMissing_isEmpty() {
    assertThat(report.warnings(Duration.ofSeconds(3564), Duration.ofMinutes(60))).isEmpty();
    assertThat(report.warnings(Duration.ofSeconds(3563), Duration.ofMinutes(60))).hasSize(1);
  }

  @Test
  void warnings_shortClip_toleratesTwoSeconds() {
    assertThat(report.warnings(Duration.ofSeconds(3), Duration.ofSeconds(5))).isEmpty();
    assertThat(report.warnings(Duration.ofMillis(2999), Duration.ofSeconds(5))).hasSize(1);
  }

  @Test
  void warnings_gapOfTenSeconds_namesItsStartAndEnd() {
    report.addFrame(Duration.ofSeconds(70), true);
    report.addFrame(Duration.ofSeconds(80), true);

    assertThat(report.warnings(Duration.ofSeconds(81)))
        .extracting(Message::toString)
        .containsExactly("There is no video between 01:10 and 01:20.");
  }

  @Test
  void warnings_gapBelowTenSeconds_isEmpty() {
    report.addFrame(Duration.ofSeconds(70), true);
    report.addFrame(Duration.ofMillis(79_999), true);

    assertThat(report.warnings(Duration.ofSeconds(81))).isEmpty();
  }

  @Test
  void warnings_jump_namesTheLastGoodTime() {
    report.addFrame(Duration.ZERO, true);
    report.addJump();

    assertThat(report.warnings(Duration.ofSeconds(61)))
        .extracting(Message::toString)
        .containsExactly(
            "Its clock jumps by days after 01:01, so everything after that is ignored.");
  }

  @Test
  void warnings_severalGaps_namesTheLongest() {
    report.addFrame(Duration.ZERO, true);
    report.addFrame(Duration.ofSeconds(10), true);
    report.addFrame(Duration.ofSeconds(40), true);
    report.addFrame(Duration.ofSeconds(60), true);

    assertThat(report.warnings(Duration.ofSeconds(60)))
        .extracting(Message::toString)
        .containsExactly("There is no video between 00:10 and 00:40, the longest of 3 such gaps.");
  }

  @Test
  void warnings_damagedFrames_countsThem() {
    report.addFrame(Duration.ZERO, true);
    report.addFrame(Duration.ofSeconds(1), false);
    report.addFrame(Duration.ofSeconds(2), false);

    assertThat(report.warnings(Duration.ofSeconds(3)))
        .extracting(Message::toString)
        .containsExactly("2 frames are damaged, the first at 00:01.");
  }

  @Test
  void warnings_gapsAtTheEndsOfAWindow_countWithinIt() {
    Window window = new Window(Duration.ofSeconds(100), Optional.of(Duration.ofSeconds(200)));
    DecodingReport part = report(window);
    part.addFrame(Duration.ofSeconds(130), true);
    part.advanceTo(Duration.ofSeconds(200));

    assertThat(part.warnings(Duration.ofSeconds(100)))
        .extracting(Message::toString)
        .containsExactly("There is no video between 02:10 and 03:20, the longest of 2 such gaps.");
  }

  @Test
  void warnings_windowShorterThanDeclared_namesTimesOfTheRecording() {
    Window window = new Window(Duration.ofMinutes(50), Optional.of(Duration.ofMinutes(95)));

    assertThat(report(window).warnings(Duration.ofMinutes(21), Duration.ofMinutes(45)))
        .extracting(Message::toString)
        .containsExactly(
            "This part of the recording should end at 95:00, but it could be decoded only to"
                + " 71:00.");
  }

  @Test
  void warnings_timestamps_countEachKind() {
    report.addFrame(Duration.ZERO, true);
    report.addAdvance(FrameClock.Advance.STEADY, Duration.ofSeconds(1));
    report.addAdvance(FrameClock.Advance.DROPPED, Duration.ofSeconds(61));
    report.addAdvance(FrameClock.Advance.DROPPED, Duration.ofSeconds(62));
    report.addAdvance(FrameClock.Advance.REPEATED, Duration.ofSeconds(63));
    report.addAdvance(FrameClock.Advance.RESTARTED, Duration.ofSeconds(64));

    assertThat(report.warnings(Duration.ofSeconds(65)))
        .extracting(Message::toString)
        .containsExactly(
            "1 frame has the timestamp of the frame before it, the first at 01:03. Times are"
                + " counted on there and are estimates.",
            "2 frames are not used because their timestamps step back, the first at 01:01.",
            "Its clock was set once, at 01:04. Times are counted on from there.");
  }

  @Test
  void gaps_framesMissing_areThoseLongerThanTwoSamplesApart() {
    for (long millis : new long[] {0, 40, 3_080, 3_120, 6_161, 6_200}) {
      report.addFrame(Duration.ofMillis(millis), true);
    }

    assertThat(gaps(Duration.ofMillis(6_240))).containsExactly("3160-6161");
  }

  /** Damaged frames show something, but nothing that an absence could be told from. */
  @Test
  void gaps_onlyDamagedFramesInBetween_areGaps() {
    report.addFrame(Duration.ZERO, true);
    report.addFrame(Duration.ofSeconds(2), false);
    report.addFrame(Duration.ofSeconds(4), false);
    report.addFrame(Duration.ofSeconds(6), true);
    report.addFrame(Duration.ofSeconds(8), false);
    report.addFrame(Duration.ofSeconds(9), true);

    assertThat(gaps(Duration.ofMillis(9_040))).containsExactly("40-6000");
  }

  @Test
  void gaps_damagedFromTheStartOrToTheEnd_areGaps() {
    report.addFrame(Duration.ZERO, false);
    report.addFrame(Duration.ofSeconds(4), true);
    report.addFrame(Duration.ofSeconds(8), false);

    assertThat(gaps(Duration.ofMillis(8_040))).containsExactly("0-4000", "4040-8040");
  }

  @Test
  void gaps_shorterThanDeclared_endsWithThatOfTheEnd() {
    report.addFrame(Duration.ZERO, true);

    assertThat(report.gaps(Duration.ofMillis(40), Duration.ofSeconds(60)))
        .containsExactly(new Window(Duration.ofMillis(40), Optional.of(Duration.ofSeconds(60))));
    assertThat(report.gaps(Duration.ofMillis(40), Duration.ofSeconds(2))).isEmpty();
  }

  /** One frame a minute covers its minute. */
  @Test
  void gaps_framesThatLastLong_areThoseOfSeveral() {
    DecodingReport slow =
        new DecodingReport(Window.ALL, Duration.ofSeconds(1), Duration.ofMinutes(1));
    for (int minute : new int[] {0, 1, 2, 4, 10}) {
      slow.addFrame(Duration.ofMinutes(minute), true);
    }

    assertThat(slow.gaps(Duration.ofMinutes(11), Duration.ofMinutes(12)))
        .containsExactly(new Window(Duration.ofMinutes(5), Optional.of(Duration.ofMinutes(10))));
    assertThat(slow.warnings(Duration.ofMinutes(11), Duration.ofMinutes(12)))
        .extracting(Message::toString)
        .containsExactly("There is no video between 04:00 and 10:00.");
  }

  @Test
  void gaps_ofAWindow_startAndEndWithIt() {
    Window window = new Window(Duration.ofSeconds(100), Optional.of(Duration.ofSeconds(200)));
    DecodingReport part = report(window);
    part.addFrame(Duration.ofSeconds(130), true);
    part.advanceTo(Duration.ofSeconds(200));

    assertThat(part.gaps(Duration.ofSeconds(100), Duration.ofSeconds(100)))
        .containsExactly(
            new Window(Duration.ofSeconds(100), Optional.of(Duration.ofSeconds(130))),
            new Window(Duration.ofMillis(130_040), Optional.of(Duration.ofSeconds(200))));
  }

  private List<String> gaps(Duration length) {
    return report.gaps(length, length).stream()
        .map(gap -> gap.from().toMillis() + "-" + gap.to().orElseThrow().toMillis())
        .toList();
  }

  private static DecodingReport report(Window window) {
    return new DecodingReport(window, Duration.ofSeconds(1), Duration.ofMillis(40));
  }
}
