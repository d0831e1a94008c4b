package org.rollcall.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameClockTest {

  private final FrameClock clock = new FrameClock(1, 1000, Duration.ofMillis(40));

  @Test
  void read_startNotZero_countsFromTheFirstFrame() {
    read(7_000);

    assertThat(read(8_500)).isEqualTo("1500");
  }

  @Test
  void read_stepBack_dropsTheFrame() {
    read(0);
    read(80);

    assertThat(read(40)).isEqualTo("dropped");
    assertThat(read(120)).isEqualTo("120");
  }

  @Test
  void read_samePtsAgain_countsOn() {
    read(7_000);

    assertThat(read(7_000)).isEqualTo("40");
    assertThat(clock.advance()).isEqualTo(FrameClock.Advance.REPEATED);
    assertThat(read(7_000)).isEqualTo("80");
    assertThat(read(7_200)).isEqualTo("200");
    assertThat(clock.advance()).isEqualTo(FrameClock.Advance.STEADY);
  }

  @ParameterizedTest
  @CsvSource({"1000, dropped, DROPPED", "1001, 5040, RESTARTED"})
  void read_stepBackOfMoreThanASecond_isARestart(
      long back, String time, FrameClock.Advance advance) {
    read(0);
    read(5_000);

    assertThat(read(5_000 - back)).isEqualTo(time);
    assertThat(clock.advance()).isEqualTo(advance);
  }

  @Test
  void read_stepBackThatLasts_isARestart() {
    read(0);
    read(800);
    for (int i = 0; i < 16; i++) {
      assertThat(read(10L * i)).isEqualTo("dropped");
    }

    assertThat(read(200)).isEqualTo("840");
    assertThat(read(300)).isEqualTo("940");
  }

  @Test
  void read_restartNoted_goesOnAsIfFramesFollowed() {
    read(0);
    read(400);
    clock.restart();

    assertThat(read(0)).isEqualTo("440");
    assertThat(clock.advance()).isEqualTo(FrameClock.Advance.RESTARTED);
    assertThat(read(100)).isEqualTo("540");
  }

  @Test
  void read_missingPts_assumesOneFrame() {
    read(0);

    assertThat(read(Pts.MISSING)).isEqualTo("40");
    assertThat(read(80)).isEqualTo("80");
  }

  @Test
  void read_firstPtsMissing_continuesFromTheCount() {
    read(Pts.MISSING);

    assertThat(read(9_000)).isEqualTo("40");
    assertThat(read(9_100)).isEqualTo("140");
  }

  @Test
  void read_recorderRestarts_continuesWithoutGap() {
    read(0);
    read(60_000);

    assertThat(read(0)).isEqualTo("60040");
    assertThat(read(1_000)).isEqualTo("61040");
  }

  @Test
  void read_oneAbsurdPts_losesNoTime() {
    read(0);
    read(40);

    assertThat(read(Long.MAX_VALUE / 2)).isEqualTo("80");
    assertThat(read(120)).isEqualTo("120");
    assertThat(read(160)).isEqualTo("160");
  }

  @Test
  void read_pauseOfHours_isKept() {
    read(0);

    assertThat(read(7_200_000)).isEqualTo("7200000");
  }

  @Test
  void expected_pts_isWhatItWillBeReadAs() {
    read(7_000);

    assertThat(clock.expected(Pts.of(8_500), 1)).isEqualTo(Duration.ofMillis(1500));
    assertThat(read(8_500)).isEqualTo("1500");
  }

  @Test
  void expected_missingPts_countsFrames() {
    read(Pts.MISSING);
    read(Pts.MISSING);

    assertThat(clock.expected(Pts.MISSING, 3)).isEqualTo(Duration.ofMillis(160));
  }

  @Test
  void expected_beforeTheFirstFrame_isZero() {
    assertThat(clock.expected(Pts.of(9_000), 3)).isZero();
  }

  @Test
  void pts_time_isWhatReadsAsThatTime() {
    read(7_000);

    assertThat(clock.pts(Duration.ofMillis(1500))).isEqualTo(Pts.of(8_500));
  }

  @Test
  void pts_noneRead_isEmpty() {
    read(Pts.MISSING);

    assertThat(clock.pts(Duration.ofMillis(1500))).isEqualTo(Pts.MISSING);
  }

  @Test
  void leaveOutUntil_moreThanADay_isNoRestart() {
    read(7_000);
    clock.seekTo(Duration.ofDays(2));

    assertThat(read(7_000 + Duration.ofDays(2).toMillis())).isEqualTo("172800000");
  }

  @Test
  void length_oddTicks_isRoundedToTheNanosecond() {
    FrameClock ntsc = new FrameClock(1001, 30_000, Duration.ofMillis(33));

    assertThat(ntsc.length(30_000)).isEqualTo(Duration.ofSeconds(1001));
    assertThat(ntsc.length(1)).isEqualTo(Duration.ofNanos(33_366_667));
  }

  private String read(long pts) {
    return read(Pts.of(pts));
  }

  private String read(Pts pts) {
    return clock.read(pts).map(at -> String.valueOf(at.toMillis())).orElse("dropped");
  }
}
