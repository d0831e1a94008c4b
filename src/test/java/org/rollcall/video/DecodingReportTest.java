package org.rollcall.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Message;
import org.rollcall.model.Window;

class DecodingReportTest {
  private final DecodingReport report = new DecodingReport(Window.ALL);

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
    DecodingReport part = new DecodingReport(window);
    part.addFrame(Duration.ofSeconds(130), true);
    part.advanceTo(Duration.ofSeconds(200));

    assertThat(part.warnings(Duration.ofSeconds(100)))
        .extracting(Message::toString)
        .containsExactly("There is no video between 02:10 and 03:20, the longest of 2 such gaps.");
  }

  @Test
  void warnings_windowShorterThanDeclared_namesTimesOfTheRecording() {
    Window window = new Window(Duration.ofMinutes(50), Optional.of(Duration.ofMinutes(95)));

    assertThat(new DecodingReport(window).warnings(Duration.ofMinutes(21), Duration.ofMinutes(45)))
        .extracting(Message::toString)
        .containsExactly(
            "This part of the recording should end at 95:00, but it could be decoded only to"
                + " 71:00.");
  }
}
