package org.rollcall.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.testing.UsesNatives;

@UsesNatives
class VideoStreamTest {
  @TempDir Path folder;

  @Test
  void next_wholeFile_givesEveryPacketAndItsKeyFrames() throws IOException {
    int packets = 0;
    int keyFrames = 0;
    try (VideoStream stream = open("closed-groups.mp4")) {
      for (var next = stream.next(); next.isPresent(); next = stream.next()) {
        packets++;
        keyFrames += VideoStream.isKey(next.get()) ? 1 : 0;
      }
    }

    assertThat(packets).isEqualTo(120);
    assertThat(keyFrames).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource({"closed-groups.mp4, 100", "raw.h264, 100", "rate-of-months.h264, 40"})
  void frameLength_declaredRate_isUsedUnlessAbsurd(String name, long millis) throws IOException {
    try (VideoStream stream = open(name)) {
      assertThat(stream.timing().frameLength()).isEqualTo(Duration.ofMillis(millis));
    }
  }

  @ParameterizedTest
  @CsvSource({"closed-groups.mp4, true", "irregular.mkv, true", "raw.h264, false"})
  void hasTimestamps_containersOnly_isTrue(String name, boolean expected) throws IOException {
    try (VideoStream stream = open(name)) {
      assertThat(stream.timing().hasTimestamps()).isEqualTo(expected);
    }
  }

  @Test
  void seek_betweenKeyFrames_readsFromTheOneBefore() throws IOException {
    try (VideoStream stream = open("closed-groups.mp4")) {
      long first = stream.next().orElseThrow().pts();
      FrameClock clock = stream.clock();
      long tick = clock.length(1).toNanos();

      assertThat(stream.seek(first + Duration.ofSeconds(7).toNanos() / tick)).isTrue();
      long landed = stream.next().orElseThrow().pts();
      assertThat(clock.length(landed - first)).isEqualTo(Duration.ofSeconds(6));
    }
  }

  @Test
  void seek_timestampsThatMayJump_isRefused() throws IOException {
    Path clip = NumberedClips.make(folder.resolve("lesson.ts"), "mpegts", recorder -> {});

    try (VideoStream stream = VideoStream.open(clip)) {
      assertThat(stream.seek(0)).isFalse();
    }
  }

  @Test
  void seek_noTimestamps_isRefused() throws IOException {
    try (VideoStream stream = open("raw.h264")) {
      assertThat(stream.seek(0)).isFalse();
    }
  }

  private VideoStream open(String name) throws IOException {
    return VideoStream.open(NumberedClips.copy(name, folder));
  }
}
