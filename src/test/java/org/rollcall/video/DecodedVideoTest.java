package org.rollcall.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.testing.UsesNatives;

@UsesNatives
class DecodedVideoTest {
  private static final SamplingSettings BY_KEY_FRAMES =
      new SamplingSettings(Duration.ofSeconds(1), Duration.ofMillis(2500), Duration.ZERO);

  @TempDir Path folder;

  @Test
  void next_denseKeyFrames_skipsTheFramesInBetween() throws IOException {
    List<Boolean> decoded = decoded(NumberedClips.copy("closed-groups.mp4", folder));

    assertThat(decoded).hasSize(120);
    assertThat(IntStream.range(0, 120).filter(decoded::get))
        .containsExactly(0, 20, 40, 60, 80, 100);
  }

  @Test
  void next_oneKeyFrame_decodesSequentially() throws IOException {
    assertThat(decoded(NumberedClips.copy("one-key-frame.mp4", folder)))
        .hasSizeGreaterThan(12)
        .containsOnly(true);
  }

  @Test
  void leaveOutUntil_betweenKeyFrames_continuesFromTheOneBefore() throws IOException {
    try (DecodedVideo video = open(NumberedClips.copy("closed-groups.mp4", folder))) {
      readNext(video);

      assertThat(video.seekTo(Duration.ofSeconds(7))).isTrue();
      assertThat(readNext(video)).isEqualTo(Duration.ofSeconds(6));
      assertThat(video.decodedFrames()).isEqualTo(2);
    }
  }

  @Test
  void leaveOutUntil_formatWithoutTimestamps_isRefused() throws IOException {
    try (DecodedVideo video = open(NumberedClips.copy("raw.h264", folder))) {
      readNext(video);

      assertThat(video.seekTo(Duration.ofSeconds(7))).isFalse();
    }
  }

  @Test
  void leaveOutUntil_beforeTheFirstFrame_isRefused() throws IOException {
    try (DecodedVideo video = open(NumberedClips.copy("closed-groups.mp4", folder))) {
      assertThat(video.seekTo(Duration.ofSeconds(7))).isFalse();
    }
  }

  @Test
  void open_text_isRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("text.mp4"), "not a recording");

    assertThatThrownBy(() -> open(text)).isInstanceOf(UndecodableRecording.class);
  }

  private static DecodedVideo open(Path clip) {
    return DecodedVideo.of(VideoStream.open(clip), BY_KEY_FRAMES, times());
  }

  private static SamplingTimes times() {
    return new SamplingTimes(BY_KEY_FRAMES.interval(), Duration.ofMillis(100));
  }

  private static Duration readNext(DecodedVideo video) {
    return video.clock().read(video.next().orElseThrow().pts()).orElseThrow();
  }

  /**
   * {@return for each frame whether it was decoded, if each decoded one is offered for sampling}
   */
  private static List<Boolean> decoded(Path clip) {
    SamplingTimes times = times();
    List<Boolean> decoded = new ArrayList<>();
    try (DecodedVideo video = DecodedVideo.of(VideoStream.open(clip), BY_KEY_FRAMES, times)) {
      for (var next = video.next(); next.isPresent(); next = video.next()) {
        boolean isDecoded = next.get().decoded().isPresent();
        video.clock().read(next.get().pts()).filter(at -> isDecoded).ifPresent(times::take);
        decoded.add(isDecoded);
      }
    }
    return decoded;
  }
}
