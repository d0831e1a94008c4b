package org.rollcall.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.time.Duration;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rollcall.testing.UsesNatives;

/** Ticks of a millisecond, frames of 40. */
@UsesNatives
class KeyFrameIntervalTest {
  private final AVPacket packet = av_packet_alloc();
  private final KeyFrameInterval spacing =
      new KeyFrameInterval(new FrameClock(1, 1000, Duration.ofMillis(40)));

  @AfterEach
  void free() {
    av_packet_free(packet);
  }

  @Test
  void read_noKeyFrameYet_isEmpty() {
    assertThat(read(0, 0)).isEmpty();
    assertThat(read(40, AV_PKT_FLAG_KEY)).isEmpty();
  }

  @Test
  void read_afterAKeyFrame_isTheDifferenceOfPts() {
    read(100, AV_PKT_FLAG_KEY);

    assertThat(read(350, 0)).contains(Duration.ofMillis(250));
    assertThat(read(2100, AV_PKT_FLAG_KEY)).contains(Duration.ofSeconds(2));
    assertThat(read(2140, 0)).contains(Duration.ofMillis(40));
  }

  @Test
  void read_ptsMissing_countsFrames() {
    read(AV_NOPTS_VALUE, AV_PKT_FLAG_KEY);
    read(AV_NOPTS_VALUE, 0);

    assertThat(read(AV_NOPTS_VALUE, 0)).contains(Duration.ofMillis(80));
  }

  @Test
  void read_ptsStepBack_isNegative() {
    read(5000, AV_PKT_FLAG_KEY);

    assertThat(read(0, 0)).contains(Duration.ofSeconds(-5));
  }

  private Optional<Duration> read(long pts, int flags) {
    return spacing.read(packet.pts(pts).dts(pts).flags(flags));
  }
}
