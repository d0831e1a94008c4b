package org.rollcall.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.model.picture.Picture;
import org.rollcall.testing.UsesNatives;

/** Files that would open others, block for ever or fill the memory. */
@UsesNatives
class HarmfulFilesTest {
  private static final String A_LIST = "it is a list of other files or addresses";

  @TempDir Path folder;

  @Test
  void open_playlistNamedAsRecording_opensNoOtherFile() throws IOException {
    MadeClips.odd(folder.resolve("secret.ts"), "mpegts", recorder -> {});
    Path list = write("#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nsecret.ts\n#EXT-X-ENDLIST\n");

    assertRefused(list, A_LIST);
  }

  @Test
  void next_framesThatLastForMonths_getTheUsualLength() throws IOException {
    Path clip = NumberedClips.copy("rate-of-months.h264", folder);

    try (FfmpegFrames frames = FfmpegFrames.open(clip, SamplingSettings.DEFAULT)) {
      while (frames.next().isPresent()) {
        assertThat(frames.position()).isLessThan(Duration.ofSeconds(10));
      }
      assertThat(frames.length()).isBetween(Duration.ofMillis(100), Duration.ofSeconds(10));
    }
  }

  @Test
  void next_clockThatJumpsByDays_endsBeforeTheJump() {
    Path clip = folder.resolve("leaps.mkv");
    Picture picture = MadeClips.plain(64, 64, 90, 90, 90);
    try (ClipWriter writer = ClipWriter.open(clip, 64, 64, 25)) {
      for (int hours : new int[] {0, 20, 40, 60, 80}) {
        writer.write(picture, Duration.ofHours(hours));
      }
    }

    try (FfmpegFrames frames = FfmpegFrames.open(clip, SamplingSettings.DEFAULT)) {
      List<Duration> times = new ArrayList<>();
      for (var frame = frames.next(); frame.isPresent(); frame = frames.next()) {
        times.add(frame.get().at());
      }
      assertThat(times).containsExactly(Duration.ZERO, Duration.ofHours(20), Duration.ofHours(40));
      assertThat(frames.length()).isLessThan(Duration.ofHours(41));
      assertThat(frames.declaredLength()).isEmpty();
      assertThat(frames.warnings())
          .anyMatch(warning -> warning.toString().contains("jumps by days"));
    }
  }

  @Test
  void open_playlistOfAddresses_connectsToNobody() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(1);
      Path list =
          write(
              """
              #EXTM3U
              #EXT-X-TARGETDURATION:2
              #EXTINF:2,
              http://127.0.0.1:%d/a.ts
              #EXT-X-ENDLIST
              """
                  .formatted(server.getLocalPort()));

      assertRefused(list, A_LIST);
      assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void open_concatenationScript_opensNoOtherFile() throws IOException {
    MadeClips.odd(folder.resolve("secret.mkv"), "matroska", recorder -> {});

    assertRefused(write("ffconcat version 1.0\nfile secret.mkv\n"), A_LIST);
  }

  @Test
  void open_sessionDescription_connectsToNobody() throws IOException {
    assertRefused(
        write(
            """
            v=0
            o=- 0 0 IN IP4 127.0.0.1
            s=lesson
            c=IN IP4 127.0.0.1
            t=0 0
            m=video 5004 RTP/AVP 96
            a=rtpmap:96 H264/90000
            """),
        A_LIST);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void open_device_isNotReadWithoutEnd() {
    assertRefused(Path.of("/dev/zero"), "it is a pipe or a device");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void open_pipe_doesNotWaitForItsWriter() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe.mp4");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    assertRefused(pipe, "it is a pipe or a device");
  }

  @ParameterizedTest
  @CsvSource({"30000, 30000", "16000, 16000", "65535, 1200"})
  void open_headerWithHugeFrames_isRefused(int width, int height) throws IOException {
    Path clip = MadeClips.odd(folder.resolve("huge.mp4"), "mp4", recorder -> {});
    byte[] bytes = Files.readAllBytes(clip);
    int entry = last(bytes, 'a', 'v', 'c', '1');
    putShort(bytes, entry + 28, width);
    putShort(bytes, entry + 30, height);
    Files.write(clip, bytes);

    assertRefused(clip, "its frames have %d × %d pixels".formatted(width, height));
  }

  @Test
  void open_hugeFramesThatTheHeaderHides_areNotDecoded() throws IOException {
    Path clip =
        MadeClips.odd(
            folder.resolve("huge.avi"),
            "avi",
            recorder -> {
              recorder.setVideoCodec(avcodec.AV_CODEC_ID_MJPEG);
              recorder.setPixelFormat(avutil.AV_PIX_FMT_YUVJ420P);
            });
    byte[] bytes = Files.readAllBytes(clip);
    for (int i = 0; i < bytes.length - 9; i++) {
      boolean startOfFrame = (bytes[i] & 0xff) == 0xff && (bytes[i + 1] & 0xff) == 0xc0;
      if (startOfFrame) {
        putShort(bytes, i + 5, 16_000);
        putShort(bytes, i + 7, 16_000);
      }
    }
    Files.write(clip, bytes);

    assertThatThrownBy(() -> open(clip)).isInstanceOf(UndecodableRecording.class);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("lesson.mp4"), text);
  }

  private static void assertRefused(Path file, String reason) {
    ThrowingCallable open = () -> open(file);
    assertThatThrownBy(open)
        .isInstanceOf(UndecodableRecording.class)
        .hasMessageStartingWith("Cannot read " + file)
        .hasMessageContaining(reason);
    assertThatThrownBy(() -> RecordingFacts.of(file))
        .isInstanceOf(UndecodableRecording.class)
        .hasMessageContaining(reason);
  }

  private static FfmpegFrames open(Path file) {
    return FfmpegFrames.open(file, new SamplingSettings(Duration.ofSeconds(1)));
  }

  private static int last(byte[] bytes, int... mark) {
    for (int i = bytes.length - mark.length; i >= 0; i--) {
      int j = 0;
      while (j < mark.length && bytes[i + j] == mark[j]) {
        j++;
      }
      if (j == mark.length) {
        return i;
      }
    }
    throw new AssertionError("no such mark");
  }

  private static void putShort(byte[] bytes, int at, int value) {
    bytes[at] = (byte) (value >> 8);
    bytes[at + 1] = (byte) value;
  }
}
