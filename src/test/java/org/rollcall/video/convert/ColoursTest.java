package org.rollcall.video.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_RGB;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_new_side_data;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;
import static org.bytedeco.ffmpeg.global.avutil.av_write_image_line;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVMasteringDisplayMetadata;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.ShortPointer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.model.picture.Picture;
import org.rollcall.testing.UsesNatives;

/** Colours written by the formulas of the standards come back as they were. */
@UsesNatives
class ColoursTest {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 32;
  private static final long MOST_PIXELS = 1_000_000;

  /** Red, green and blue of skin, wood, a wall, foliage, jeans, black and white. */
  private static final int[][] COLOURS = {
    {224, 172, 105},
    {140, 90, 40},
    {200, 200, 195},
    {60, 120, 50},
    {40, 70, 150},
    {0, 0, 0},
    {255, 255, 255}
  };

  /** Share of red and of blue in the luma of each matrix. */
  private static final Map<Integer, double[]> LUMA =
      Map.of(
          avutil.AVCOL_SPC_BT709, new double[] {0.2126, 0.0722},
          avutil.AVCOL_SPC_FCC, new double[] {0.30, 0.11},
          avutil.AVCOL_SPC_BT470BG, new double[] {0.299, 0.114},
          avutil.AVCOL_SPC_SMPTE170M, new double[] {0.299, 0.114},
          avutil.AVCOL_SPC_SMPTE240M, new double[] {0.212, 0.087},
          avutil.AVCOL_SPC_BT2020_NCL, new double[] {0.2627, 0.0593});

  private final AVFrame frame = av_frame_alloc();

  @AfterEach
  void free() {
    av_frame_free(frame);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yuv410p",
        "yuv411p",
        "yuv420p",
        "yuv422p",
        "yuv440p",
        "yuv444p",
        "yuvj411p",
        "yuvj420p",
        "yuvj422p",
        "yuvj440p",
        "yuvj444p",
        "nv12",
        "nv21",
        "nv16",
        "nv24",
        "yuyv422",
        "uyvy422",
        "yuv420p9le",
        "yuv420p10le",
        "yuv422p10le",
        "yuv444p10le",
        "yuv440p10le",
        "yuv420p12le",
        "yuv422p12le",
        "yuv444p12le",
        "yuv420p14le",
        "yuv420p16le",
        "yuv422p16le",
        "yuv444p16le",
        "yuv420p10be",
        "p010le",
        "p016le",
        "p210le",
        "y210le",
        "yuva420p",
        "yuva422p",
        "yuva444p",
        "yuva444p10le",
        "yuva420p16le",
        "gbrp",
        "gbrp10le",
        "gbrp12le",
        "gbrp16le",
        "gbrap",
        "rgb24",
        "bgr24",
        "rgba",
        "bgra",
        "argb",
        "0rgb",
        "rgb48le",
        "rgba64le",
        "x2rgb10le"
      })
  void convert_pixelFormat_keepsTheColours(String format) {
    for (int[] rgb : COLOURS) {
      fill(format, AVCOL_RANGE_UNSPECIFIED, avutil.AVCOL_SPC_UNSPECIFIED, rgb);
      assertColour(rgb);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gray", "gray9le", "gray10le", "gray12le", "gray14le", "gray16le", "ya8"})
  void convert_grey_keepsItsTones(String format) {
    for (int tone : new int[] {0, 20, 128, 200, 255}) {
      for (int range : new int[] {AVCOL_RANGE_JPEG, AVCOL_RANGE_MPEG, AVCOL_RANGE_UNSPECIFIED}) {
        fillGrey(format, range, tone);
        assertColour(tone, tone, tone);
      }
    }
  }

  static Stream<Integer> matrices() {
    return LUMA.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("matrices")
  void convert_matrixAndRange_keepTheColours(int matrix) {
    for (String format : List.of("yuv420p", "yuv422p", "yuv444p", "yuv420p10le", "yuv444p12le")) {
      for (int range : new int[] {AVCOL_RANGE_JPEG, AVCOL_RANGE_MPEG, AVCOL_RANGE_UNSPECIFIED}) {
        for (int[] rgb : COLOURS) {
          fill(format, range, matrix, rgb);
          assertColour(rgb);
        }
      }
    }
  }

  static Stream<Integer> primaries() {
    return IntStream.concat(IntStream.range(0, 24), IntStream.range(256, 260)).boxed();
  }

  /** Wide gamut among them, reserved and unknown numbers too. */
  @ParameterizedTest
  @MethodSource("primaries")
  void convert_primaries_mapNothing(int primaries) {
    for (int transfer : new int[] {1, 2, 13, 16, 18}) {
      fill("yuv420p10le", AVCOL_RANGE_MPEG, avutil.AVCOL_SPC_BT2020_NCL, COLOURS[0]);
      frame.color_primaries(primaries).color_trc(transfer);
      assertColour(COLOURS[0]);
    }
  }

  static Stream<Integer> transfers() {
    return IntStream.concat(IntStream.range(0, 20), IntStream.of(255, 256, 257)).boxed();
  }

  /** HLG and PQ among them, reserved and unknown numbers too. */
  @ParameterizedTest
  @MethodSource("transfers")
  void convert_transfer_mapsNothing(int transfer) {
    for (String format : List.of("yuv420p", "yuv420p10le", "gbrp10le", "rgb24")) {
      for (int[] rgb : COLOURS) {
        fill(format, AVCOL_RANGE_MPEG, avutil.AVCOL_SPC_BT2020_NCL, rgb);
        frame.color_primaries(avutil.AVCOL_PRI_BT2020).color_trc(transfer);
        assertColour(rgb);
      }
    }
  }

  @Test
  void convert_displayThatTheFilmWasGradedOn_mapsNothing() {
    fill("yuv420p10le", AVCOL_RANGE_MPEG, avutil.AVCOL_SPC_BT2020_NCL, COLOURS[0]);
    frame.color_primaries(avutil.AVCOL_PRI_BT2020).color_trc(avutil.AVCOL_TRC_SMPTE2084);
    var data =
        av_frame_new_side_data(frame, avutil.AV_FRAME_DATA_MASTERING_DISPLAY_METADATA, 96).data();
    AVMasteringDisplayMetadata display = new AVMasteringDisplayMetadata(data);
    display.has_luminance(1).has_primaries(1);
    display.max_luminance().num(1000).den(1);
    display.min_luminance().num(1).den(100);

    assertColour(COLOURS[0]);
  }

  /** RGB on a YUV frame, reserved numbers, and such as no file should have. */
  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3, 18, 42, 255})
  void convert_contradictoryMatrix_isReadAsUntagged(int matrix) {
    for (int[] rgb : COLOURS) {
      fill("yuv420p", AVCOL_RANGE_MPEG, avutil.AVCOL_SPC_SMPTE170M, rgb);
      frame.colorspace(matrix);
      assertColour(rgb);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "4, 4", "5, 5", "6, 6", "7, 7", "9, 9", "2, 6"})
  void convert_matrixDerivedFromPrimaries_isThatOfThem(int primaries, int matrix) {
    for (int[] rgb : COLOURS) {
      fill("yuv444p", AVCOL_RANGE_MPEG, matrix, rgb);
      frame.colorspace(avutil.AVCOL_SPC_CHROMA_DERIVED_NCL).color_primaries(primaries);
      assertColour(rgb);
    }
  }

  @ParameterizedTest
  @CsvSource({"yuv444p, 2", "yuv444p, 1", "yuv420p, 1", "yuv444p10le, 2", "yuv420p, 0"})
  void convert_greenAndOrangeDifferences_keepTheColours(String format, int range) {
    for (int[] rgb : COLOURS) {
      allocate(format);
      frame.color_range(range).colorspace(avutil.AVCOL_SPC_YCGCO);
      AVPixFmtDescriptor description = av_pix_fmt_desc_get(frame.format());
      Depth depth = new Depth(description.comp(0).depth(), range == AVCOL_RANGE_JPEG);
      fill(description, 0, depth.luma((rgb[0] + 2.0 * rgb[1] + rgb[2]) / 4 / 255));
      fill(description, 1, depth.chroma((2.0 * rgb[1] - rgb[0] - rgb[2]) / 4 / 255));
      fill(description, 2, depth.chroma((rgb[0] - rgb[2]) / 2.0 / 255));
      assertColour(rgb);
    }
  }

  /** Constant luminance and ICtCp, with the transfer functions that they come with. */
  @ParameterizedTest
  @CsvSource({"10, 14", "10, 15", "13, 14", "14, 16", "14, 18"})
  void convert_rareMatrix_keepsGreyGrey(int matrix, int transfer) {
    for (int tone : new int[] {20, 90, 128, 200}) {
      fill("yuv420p10le", AVCOL_RANGE_MPEG, avutil.AVCOL_SPC_BT709, tone, tone, tone);
      frame.colorspace(matrix).color_trc(transfer).color_primaries(avutil.AVCOL_PRI_BT2020);
      assertColour(tone, tone, tone);
    }
  }

  /** Those that the scaler does not know, too. */
  @Test
  void convert_everyMatrix_givesAPicture() {
    for (String format : List.of("yuv420p", "yuv444p10le", "yuvj422p", "gray", "gbrp", "nv12")) {
      for (int matrix = 0; matrix < 20; matrix++) {
        fillGrey(format, AVCOL_RANGE_UNSPECIFIED, 128);
        frame.colorspace(matrix).color_primaries(matrix).color_trc(matrix);
        assertThat(converted().width()).isEqualTo(WIDTH);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pal8", "monow", "monob", "bayer_rggb8", "bayer_bggr16le"})
  void convert_otherFormats_giveAPicture(String format) {
    allocate(format);

    assertThat(converted().width()).isEqualTo(WIDTH);
  }

  private void assertColour(int... rgb) {
    Picture picture = converted();
    int middle = 3 * (HEIGHT / 2 * WIDTH + WIDTH / 2);
    for (int channel = 0; channel < 3; channel++) {
      assertThat(picture.bgr()[middle + channel] & 0xff)
          .as("channel %d of %s", channel, Arrays.toString(rgb))
          .isCloseTo(rgb[2 - channel], within(4));
    }
  }

  private Picture converted() {
    try (UprightConverter converter = new UprightConverter(StreamGeometry.PLAIN, MOST_PIXELS)) {
      return converter.convert(frame).orElseThrow();
    }
  }

  private void allocate(String format) {
    avutil.av_frame_unref(frame);
    frame.format(av_get_pix_fmt(format)).width(WIDTH).height(HEIGHT);
    assertThat(av_frame_get_buffer(frame, 0)).isGreaterThanOrEqualTo(0);
    for (int plane = 0; plane < 4 && frame.buf(plane) != null; plane++) {
      var buffer = frame.buf(plane);
      buffer.data().capacity(buffer.size()).fill(0);
    }
  }

  /** Fills the frame with one colour and tags it. */
  private void fill(String format, int range, int matrix, int... rgb) {
    allocate(format);
    frame.color_range(range).colorspace(matrix);
    AVPixFmtDescriptor description = av_pix_fmt_desc_get(frame.format());
    boolean isRgb = (description.flags() & AV_PIX_FMT_FLAG_RGB) != 0;
    boolean full = range == AVCOL_RANGE_JPEG || format.startsWith("yuvj");
    for (int component = 0; component < description.nb_components(); component++) {
      int bits = description.comp(component).depth();
      double value = component == 3 ? 1 : isRgb ? rgb[component] / 255.0 : 0;
      long code = Math.round(value * ((1 << bits) - 1));
      if (!isRgb && component < 3) {
        code = code(component, rgb, matrix, new Depth(bits, full));
      }
      fill(description, component, code);
    }
  }

  private record Depth(int bits, boolean full) {
    long luma(double value) {
      double unit = 1 << (bits - 8);
      return Math.round(full ? value * ((1 << bits) - 1) : (16 + 219 * value) * unit);
    }

    long chroma(double value) {
      double unit = 1 << (bits - 8);
      return Math.round(
          full ? value * ((1 << bits) - 1) + (1 << (bits - 1)) : (128 + 224 * value) * unit);
    }
  }

  private static long code(int component, int[] rgb, int matrix, Depth depth) {
    double[] shares = LUMA.getOrDefault(matrix, LUMA.get(avutil.AVCOL_SPC_SMPTE170M));
    double red = rgb[0] / 255.0;
    double blue = rgb[2] / 255.0;
    double luma = shares[0] * red + shares[1] * blue + (1 - shares[0] - shares[1]) * rgb[1] / 255.0;
    return switch (component) {
      case 0 -> depth.luma(luma);
      case 1 -> depth.chroma((blue - luma) / 2 / (1 - shares[1]));
      default -> depth.chroma((red - luma) / 2 / (1 - shares[0]));
    };
  }

  private void fillGrey(String format, int range, int tone) {
    allocate(format);
    frame.color_range(range);
    AVPixFmtDescriptor description = av_pix_fmt_desc_get(frame.format());
    for (int component = 0; component < description.nb_components(); component++) {
      int bits = description.comp(component).depth();
      Depth depth = new Depth(bits, range != AVCOL_RANGE_MPEG);
      fill(description, component, component == 0 ? depth.luma(tone / 255.0) : (1 << bits) - 1);
    }
  }

  private void fill(AVPixFmtDescriptor description, int component, long code) {
    boolean chroma = (component == 1 || component == 2) && description.nb_components() > 2;
    int width = chroma ? -(-WIDTH >> description.log2_chroma_w()) : WIDTH;
    int height = chroma ? -(-HEIGHT >> description.log2_chroma_h()) : HEIGHT;
    short[] row = new short[width];
    Arrays.fill(row, (short) code);
    try (ShortPointer samples = new ShortPointer(row)) {
      for (int y = 0; y < height; y++) {
        av_write_image_line(
            samples, frame.data(), frame.linesize(), description, 0, y, component, width);
      }
    }
  }
}
