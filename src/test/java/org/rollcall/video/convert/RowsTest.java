package org.rollcall.video.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.model.picture.Picture;
import org.rollcall.testing.UsesNatives;
import org.rollcall.video.MadeClips;

/** Frames of any size, of two fields or one, whose conversion may fail. */
@UsesNatives
class RowsTest {
  private static final long MOST_PIXELS = 1_000_000;
  private static final int TOP_FIRST =
      AVFrame.AV_FRAME_FLAG_INTERLACED | AVFrame.AV_FRAME_FLAG_TOP_FIELD_FIRST;

  private final AVFrame frame = av_frame_alloc();

  @AfterEach
  void free() {
    av_frame_free(frame);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"yuv420p", "yuv422p", "yuv410p", "yuv411p", "yuv420p10le", "nv12", "gbrp", "gray"})
  void convert_oddSizes_keepsThem(String format) {
    int[][] sizes = {{1, 1}, {1, 2}, {2, 1}, {1, 48}, {64, 1}, {3, 5}, {63, 47}, {101, 77}};
    for (int[] size : sizes) {
      for (int flags : new int[] {0, TOP_FIRST}) {
        draw(format, size[0], size[1], flags);

        Picture picture = convert().orElseThrow();

        assertThat(picture.width()).isEqualTo(size[0]);
        assertThat(picture.height()).isEqualTo(size[1]);
        assertThat(MadeClips.brightness(picture, 0, 0)).isGreaterThan(180);
      }
    }
  }

  /** Every second row is dark: two moments in which a bright thing came or went. */
  @ParameterizedTest
  @CsvSource({"3, false", "2, false", "0, true"})
  void convert_comb_isRemovedWhereTheFrameIsFlagged(int fields, boolean stays) {
    int flags = fields == 0 ? 0 : fields == 2 ? AVFrame.AV_FRAME_FLAG_INTERLACED : TOP_FIRST;
    draw("yuv420p", 64, 48, flags);
    for (int y = 1; y < 48; y += 2) {
      for (int x = 0; x < 64; x++) {
        frame.data(0).put((long) y * frame.linesize(0) + x, (byte) 20);
      }
    }

    Picture picture = convert().orElseThrow();

    for (int y = 3; y < 46; y++) {
      int step = MadeClips.brightness(picture, 30, y) - MadeClips.brightness(picture, 30, y - 1);
      assertThat(Math.abs(step) > 100).as("tooth at row %d", y).isEqualTo(stays);
    }
  }

  @Test
  void convert_sizeChanges_givesEachItsOwn() {
    try (UprightConverter converter = new UprightConverter(StreamGeometry.PLAIN, MOST_PIXELS)) {
      for (int width : new int[] {64, 128, 32, 64}) {
        draw("yuv420p", width, 48, 0);
        assertThat(converter.convert(frame).orElseThrow().width()).isEqualTo(width);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"60000, 1, 64", "1, 60000, 64", "4, 1, 256", "5, 1, 64", "-2, 1, 64", "2, 0, 64"})
  void convert_absurdPixelAspect_isIgnored(int num, int den, int width) {
    draw("yuv420p", 64, 48, 0);
    frame.sample_aspect_ratio().num(num).den(den);

    assertThat(convert().orElseThrow().width()).isEqualTo(width);
  }

  @Test
  void convert_pixelAspectThatWouldMakeTheFrameTooLarge_isIgnored() {
    draw("yuv420p", 1000, 600, 0);
    frame.sample_aspect_ratio().num(2).den(1);

    assertThat(convert().orElseThrow().width()).isEqualTo(1000);
  }

  @Test
  void convert_tooLargeOrUnknownFormat_isEmptyAndTheNextFrameIsNot() {
    try (UprightConverter converter = new UprightConverter(StreamGeometry.PLAIN, MOST_PIXELS)) {
      draw("yuv420p", 2000, 1000, 0);
      assertThat(converter.convert(frame)).isEmpty();
      draw("yuv420p", 64, 48, 0);
      frame.format(av_get_pix_fmt("vaapi"));
      assertThat(converter.convert(frame)).isEmpty();
      draw("yuv420p", 64, 48, 0);
      assertThat(converter.convert(frame)).isPresent();
    }
  }

  private Optional<Picture> convert() {
    try (UprightConverter converter = new UprightConverter(StreamGeometry.PLAIN, MOST_PIXELS)) {
      return converter.convert(frame);
    }
  }

  /** Draws a bright frame. */
  private void draw(String format, int width, int height, int flags) {
    av_frame_unref(frame);
    frame.format(av_get_pix_fmt(format)).width(width).height(height).flags(flags);
    av_frame_get_buffer(frame, 0);
    boolean yuv = format.startsWith("yuv") || format.equals("nv12");
    for (int plane = 0; plane < 4 && frame.data(plane) != null; plane++) {
      int value = yuv && plane > 0 ? 128 : 220;
      int word = format.endsWith("10le") ? 4 * value : value << Byte.SIZE | value;
      var samples = frame.data(plane).capacity((long) rows(plane) * frame.linesize(plane));
      for (long i = 0; i < samples.capacity(); i += 2) {
        samples.putShort(i, (short) word);
      }
    }
  }

  private int rows(int plane) {
    int shift = plane == 0 ? 0 : av_pix_fmt_desc_get(frame.format()).log2_chroma_h();
    return -(-frame.height() >> shift);
  }
}
