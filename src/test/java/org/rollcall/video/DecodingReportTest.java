package org.rollcall.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecodingReportTest {
  private final DecodingReport report = new DecodingReport(Window.ALL);

  @Test
  void warnings_wholeRecording_saysNothing() {
    report.passed(Duration.ZERO, true);

    assertThat(report.warnings(Optional.empty(), Duration.ofSeconds(1))).isEmpty();
  }

  @Test
  void warnings_shorterThanDeclared_namesBothLengths() {
    assertThat(report.warnings(Optional.of(Duration.ofMinutes(60)), Duration.ofSeconds(2472)))
        .containsExactly("The recording says 60:00, but only 41:12 could be decoded.");
  }

  @Test
  void warnings_lessThanOneHundredthMissing_saysNothing() {
    assertThat(report.warnings(Optional.of(Duration.ofMinutes(60)), Duration.ofSeconds(3564)))
        .isEmpty();
    assertThat(report.warnings(Optional.of(Duration.ofMinutes(60)), Duration.ofSeconds(3563)))
        .hasSize(1);
  }

  @Test
  void warnings_shortClip_toleratesTwoSeconds() {
    assertThat(report.warnings(Optional.of(Duration.ofSeconds(5)), Duration.ofSeconds(3)))
        .isEmpty();
    assertThat(report.warnings(Optional.of(Duration.ofSeconds(5)), Duration.ofMillis(2999)))
        .hasSize(1);
  }

  @Test
  void warnings_gap_saysFromWhenToWhen() {
    report.passed(Duration.ofSeconds(70), true);
    report.passed(Duration.ofSeconds(80), true);

    assertThat(report.warnings(Optional.empty(), Duration.ofSeconds(81)))
        .containsExactly("There is no picture between 01:10 and 01:20.");
  }

  @Test
  void warnings_severalGaps_namesTheLongest() {
    report.passed(Duration.ZERO, true);
    report.passed(Duration.ofSeconds(10), true);
    report.passed(Duration.ofSeconds(40), true);
    report.passed(Duration.ofSeconds(60), true);

    assertThat(report.warnings(Optional.empty(), Duration.ofSeconds(60)))
        .containsExactly(
            "There is no picture between 00:10 and 00:40, the longest of 3 such gaps.");
  }

  @Test
  void warnings_damagedFrames_countsThem() {
    report.passed(Duration.ZERO, true);
    report.passed(Duration.ofSeconds(1), false);
    report.passed(Duration.ofSeconds(2), false);

    assertThat(report.warnings(Optional.empty(), Duration.ofSeconds(3)))
        .containsExactly("2 frames are damaged, the first at 00:01.");
  }

  @Test
  void warnings_gapsAtTheEndsOfAWindow_countWithinIt() {
    Window window = new Window(Duration.ofSeconds(100), Optional.of(Duration.ofSeconds(200)));
    DecodingReport part = new DecodingReport(window);
    part.passed(Duration.ofSeconds(130), true);
    part.seenUntil(Duration.ofSeconds(200));

    assertThat(part.warnings(Optional.empty(), Duration.ofSeconds(100)))
        .containsExactly(
            "There is no picture between 02:10 and 03:20, the longest of 2 such gaps.");
  }

  @Test
  void warnings_windowShorterThanDeclared_namesTimesOfTheRecording() {
    Window window = new Window(Duration.ofMinutes(50), Optional.of(Duration.ofMinutes(95)));

    assertThat(
            new DecodingReport(window)
                .warnings(Optional.of(Duration.ofMinutes(45)), Duration.ofMinutes(21)))
        .containsExactly(
            "The recording should go on to 95:00 here, but it could be decoded to 71:00 only.");
  }
}
