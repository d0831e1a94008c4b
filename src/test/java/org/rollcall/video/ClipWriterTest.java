package org.rollcall.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.picture.Picture;
import org.rollcall.testing.UsesNatives;

@UsesNatives
class ClipWriterTest {
  @TempDir Path folder;

  @Test
  void close_writtenClip_isH264WithItsIndexAtTheFront() throws IOException {
    Path clip = MadeClips.steady(folder.resolve("clip.mp4"), 2, 10);

    try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(clip.toString())) {
      grabber.start();
      assertThat(grabber.getVideoCodec()).isEqualTo(avcodec.AV_CODEC_ID_H264);
      assertThat(grabber.getFormatContext().streams(0).codecpar().format())
          .isEqualTo(avutil.AV_PIX_FMT_YUV420P);
    }
    String bytes = Files.readString(clip, StandardCharsets.ISO_8859_1);
    assertThat(bytes.indexOf("moov")).isBetween(0, bytes.indexOf("mdat"));
  }

  @Test
  void write_sixSeconds_hasAKeyFrameEveryTwo() throws IOException {
    Path clip = MadeClips.steady(folder.resolve("clip.mp4"), 6, 10);
    int keyFrames = 0;
    try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(clip.toString())) {
      grabber.start();
      for (Frame frame = grabber.grabImage(); frame != null; frame = grabber.grabImage()) {
        keyFrames += frame.keyFrame ? 1 : 0;
      }
    }

    assertThat(keyFrames).isEqualTo(3);
  }

  @Test
  void write_otherSize_isRefused() {
    try (ClipWriter writer = started()) {
      assertThatThrownBy(() -> writer.write(MadeClips.plain(32, 32, 0, 0, 0)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("32 × 32");
    }
  }

  @Test
  void write_backInTime_isRefused() {
    try (ClipWriter writer = started()) {
      Picture picture = MadeClips.plain(64, 48, 9, 9, 9);
      assertThatThrownBy(() -> writer.write(picture, Duration.ZERO))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("must be at frame 1 or later");
    }
  }

  @Test
  void open_oddSize_isRefused() {
    assertThatThrownBy(() -> ClipWriter.open(folder.resolve("odd.mp4"), 63, 48, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("63 × 48");
  }

  @Test
  void open_missingFolder_saysWhatToCheck() {
    Path clip = folder.resolve("missing").resolve("clip.mp4");

    assertThatThrownBy(() -> ClipWriter.open(clip, 64, 48, 10))
        .isInstanceOf(UnwritableClip.class)
        .hasMessageContaining("Check its folder");
  }

  private ClipWriter started() {
    ClipWriter writer = ClipWriter.open(folder.resolve("clip.mp4"), 64, 48, 10);
    writer.write(MadeClips.plain(64, 48, 9, 9, 9));
    return writer;
  }
}
