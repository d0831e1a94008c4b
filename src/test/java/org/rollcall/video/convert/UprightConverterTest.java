package org.rollcall.video.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.model.picture.Picture;
import org.rollcall.testing.UsesNatives;
import org.rollcall.video.MadeClips;

/** Converts a frame of 34×20 pixels, whose rows FFmpeg pads, with a bright left half. */
@UsesNatives
class UprightConverterTest {
  private static final int WIDTH = 34;
  private static final int HEIGHT = 20;
  private static final long MOST_PIXELS = 1_000_000;

  private final AVFrame frame = frame();

  @AfterEach
  void free() {
    av_frame_free(frame);
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 34, 20", "1, 1, 34, 20", "2, 1, 68, 20", "1, 2, 34, 40", "3, 2, 51, 20"})
  void convert_pixelAspectRatio_givesSquarePixels(int num, int den, int width, int height) {
    frame.sample_aspect_ratio().num(num).den(den);

    Picture picture = convert(Orientation.UPRIGHT);

    assertThat(picture.width()).isEqualTo(width);
    assertThat(picture.height()).isEqualTo(height);
  }

  @Test
  void convert_uprightFrame_keepsItsPixels() {
    Picture picture = convert(Orientation.UPRIGHT);

    assertThat(MadeClips.brightness(picture, 5, 19)).isGreaterThan(180);
    assertThat(MadeClips.brightness(picture, 28, 19)).isLessThan(70);
  }

  @Test
  void convert_quarterTurn_turnsClockwise() {
    Picture picture = convert(new Orientation(true, true, false));

    assertThat(picture.width()).isEqualTo(HEIGHT);
    assertThat(picture.height()).isEqualTo(WIDTH);
    assertThat(MadeClips.brightness(picture, 10, 5))
        .as("left is now at the top")
        .isGreaterThan(180);
    assertThat(MadeClips.brightness(picture, 10, 28)).isLessThan(70);
  }

  @Test
  void reuse_pictureOfTheSameSize_isOverwritten() {
    try (UprightConverter converter = converter(Orientation.UPRIGHT)) {
      Picture first = converter.convert(frame).orElseThrow();
      Picture second = converter.convert(frame).orElseThrow();
      assertThat(second.bgr()).isNotSameAs(first.bgr());

      converter.reuse(first);

      assertThat(converter.convert(frame).orElseThrow().bgr()).isSameAs(first.bgr());
    }
  }

  @Test
  void reuse_pictureOfAnotherSize_isIgnored() {
    try (UprightConverter converter = converter(Orientation.UPRIGHT)) {
      Picture other = MadeClips.plain(8, 8, 1, 1, 1);
      converter.reuse(other);

      assertThat(converter.convert(frame).orElseThrow().bgr()).isNotSameAs(other.bgr());
    }
  }

  private Picture convert(Orientation orientation) {
    try (UprightConverter converter = converter(orientation)) {
      return converter.convert(frame).orElseThrow();
    }
  }

  private static UprightConverter converter(Orientation orientation) {
    return new UprightConverter(
        new StreamGeometry(orientation, PixelAspect.SQUARE, Cropping.NONE), MOST_PIXELS);
  }

  private static AVFrame frame() {
    AVFrame frame = av_frame_alloc();
    frame.format(AV_PIX_FMT_BGR24).width(WIDTH).height(HEIGHT);
    av_frame_get_buffer(frame, 0);
    byte[] row = new byte[3 * WIDTH];
    for (int i = 0; i < row.length; i++) {
      row[i] = (byte) (i < row.length / 2 ? 235 : 20);
    }
    for (int y = 0; y < HEIGHT; y++) {
      frame.data(0).position((long) y * frame.linesize(0)).put(row);
    }
    return frame;
  }
}
