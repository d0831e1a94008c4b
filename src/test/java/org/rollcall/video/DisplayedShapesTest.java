package org.rollcall.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_FRAME_CROPPING;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_new;
import static org.rollcall.video.MadeClips.HEIGHT;
import static org.rollcall.video.MadeClips.WIDTH;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.IntPointer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.model.picture.Picture;
import org.rollcall.testing.UsesNatives;

/** Recordings whose frames are stored otherwise than they are to be shown. */
@UsesNatives
class DisplayedShapesTest {
  private static final SamplingSettings EACH_SECOND = new SamplingSettings(Duration.ofSeconds(1));

  @TempDir Path folder;
  private Path plain;

  @BeforeEach
  void make() throws IOException {
    plain = MadeClips.odd(folder.resolve("plain.mp4"), "mp4", recorder -> {});
  }

  /** Where the bright quarter, stored at the top left, is to be seen. */
  @ParameterizedTest
  @CsvSource({
    "1, 0, 0, 1, 64, 16, 12",
    "-1, 0, 0, 1, 64, 48, 12",
    "1, 0, 0, -1, 64, 16, 36",
    "-1, 0, 0, -1, 64, 48, 36",
    "0, 1, 1, 0, 48, 12, 16",
    "0, 1, -1, 0, 48, 36, 16",
    "0, -1, 1, 0, 48, 12, 48",
    "0, -1, -1, 0, 48, 36, 48"
  })
  void next_displayMatrixOfTheContainer_isFollowed(
      int a, int b, int c, int d, int width, int x, int y) {
    int one = 1 << 16;
    int[] matrix = {a * one, b * one, 0, c * one, d * one, 0, 0, 0, 1 << 30};
    Path clip = new Remux().add(plain, "null", tag(matrix)).to(path("lesson.mov"), "mov", "");

    assertBrightAt(first(clip), width, x, y);
  }

  /** A message of H.264 before each key frame, which FFmpeg gives with key frames only. */
  @ParameterizedTest
  @CsvSource({
    "40, 64, 48, 12, 100",
    "20, 64, 16, 36, 100",
    "10, 64, 48, 36, 100",
    "08, 48, 12, 48, 100",
    "10, 64, 48, 36, 700"
  })
  void next_orientationInTheCodec_isFollowedInEveryFrame(
      String orientation, int width, int x, int y, long interval) throws IOException {
    Path raw = new Remux().add(plain, "h264_mp4toannexb", s -> {}).to(path("raw.h264"), "h264", "");
    String bytes = Files.readString(raw, StandardCharsets.ISO_8859_1);
    String message = text("000001062f03" + orientation + "000980");
    String keyFrame = text("00000165");
    Files.writeString(
        raw, bytes.replace(keyFrame, message + keyFrame), StandardCharsets.ISO_8859_1);

    SampledFrames sampled =
        SampledFrames.of(raw, new SamplingSettings(Duration.ofMillis(interval)));

    assertThat(sampled.frames()).hasSizeGreaterThan(1);
    sampled.frames().forEach(frame -> assertBrightAt(frame.picture(), width, x, y));
  }

  private static String text(String hex) {
    return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
  }

  @Test
  void next_croppingOfTheContainer_hidesTheBorders() {
    Path clip =
        new Remux()
            .add(
                plain,
                "null",
                stream -> put(stream, AV_PKT_DATA_FRAME_CROPPING, new int[] {2, 6, 8, 4}))
            .to(path("lesson.mkv"), "matroska", "");

    Picture picture = first(clip);

    assertThat(picture.width()).isEqualTo(52);
    assertThat(picture.height()).isEqualTo(40);
    assertThat(MadeClips.brightness(picture, 20, 18)).isGreaterThan(180);
    assertThat(MadeClips.brightness(picture, 28, 18)).isLessThan(70);
  }

  /** The codec stores whole blocks of 16 pixels and crops them. */
  @ParameterizedTest
  @CsvSource({"62, 46", "18, 34"})
  void next_croppingOfTheCodec_isFollowed(int width, int height) throws IOException {
    Path clip = path("odd.mp4");
    try (ClipWriter writer = ClipWriter.open(clip, width, height, 10)) {
      writer.write(MadeClips.markedTopLeft(width, height));
    }

    Picture picture = first(clip);

    assertThat(picture.width()).isEqualTo(width);
    assertThat(picture.height()).isEqualTo(height);
    assertThat(MadeClips.brightness(picture, 0, 0)).isGreaterThan(150);
    assertThat(MadeClips.brightness(picture, width - 1, height - 1)).isLessThan(100);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 47", "63, 1", "63, 47", "3, 5"})
  void next_oddSizes_areKept(int width, int height) {
    int[] borders = {0, HEIGHT - height, 0, WIDTH - width};
    Path clip =
        new Remux()
            .add(plain, "null", stream -> put(stream, AV_PKT_DATA_FRAME_CROPPING, borders))
            .to(path("lesson.mkv"), "matroska", "");

    Picture picture = first(clip);

    assertThat(picture.width()).isEqualTo(width);
    assertThat(picture.height()).isEqualTo(height);
    assertThat(MadeClips.brightness(picture, 0, 0)).isGreaterThan(180);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 1, 128, 48",
    "1, 2, 64, 96",
    "4, 3, 85, 48",
    "16, 11, 93, 48",
    "40, 33, 77, 48",
    "0, 1, 64, 48",
    "5000, 1, 64, 48",
    "1, 5000, 64, 48",
    "9, 2, 64, 48"
  })
  void next_pixelAspectOfTheContainer_givesTrueProportionsUnlessAbsurd(
      int num, int den, int width, int height) {
    Path clip =
        new Remux()
            .add(plain, "null", stream -> stream.sample_aspect_ratio().num(num).den(den))
            .to(path("lesson.mkv"), "matroska", "");

    assertThat(first(clip).width()).isEqualTo(width);
    assertThat(first(clip).height()).isEqualTo(height);
  }

  @ParameterizedTest
  @CsvSource({"2/1, 128, 48", "1/2, 64, 96", "12/11, 69, 48", "65535/1, 64, 48"})
  void next_pixelAspectOfTheCodec_givesTrueProportionsUnlessAbsurd(
      String ratio, int width, int height) {
    String filter = "h264_metadata=sample_aspect_ratio=" + ratio;
    Path clip = new Remux().add(plain, filter, stream -> {}).to(path("lesson.ts"), "mpegts", "");

    assertThat(first(clip).width()).isEqualTo(width);
    assertThat(first(clip).height()).isEqualTo(height);
  }

  @Test
  void next_sizeChangesInTheMiddle_givesBoth() throws IOException {
    Path joined = path("joined.h264");
    Path large = path("large.mp4");
    try (ClipWriter writer = ClipWriter.open(large, 128, 96, 10)) {
      Collections.nCopies(20, MadeClips.markedTopLeft(128, 96)).forEach(writer::write);
    }
    String raw = "h264_mp4toannexb";
    Path one = new Remux().add(plain, raw, stream -> {}).to(path("one.h264"), "h264", "");
    Path two = new Remux().add(large, raw, stream -> {}).to(path("two.h264"), "h264", "");
    MadeClips.join(joined, one, two);

    List<Integer> widths =
        SampledFrames.of(joined, EACH_SECOND).frames().stream()
            .map(frame -> frame.picture().width())
            .toList();

    assertThat(widths).containsExactly(64, 128);
  }

  private static Consumer<AVStream> tag(int... matrix) {
    return stream -> put(stream, AV_PKT_DATA_DISPLAYMATRIX, matrix);
  }

  private static void put(AVStream stream, int type, int... values) {
    AVCodecParameters parameters = stream.codecpar();
    AVPacketSideData list = parameters.coded_side_data();
    AVPacketSideData all = list == null ? new AVPacketSideData(null) : list;
    int[] count = {parameters.nb_coded_side_data()};
    var added = av_packet_side_data_new(all, count, type, 4L * values.length, 0);
    IntPointer data = new IntPointer(added.data());
    for (int i = 0; i < values.length; i++) {
      data.put(i, values[i]);
    }
    parameters.coded_side_data(all).nb_coded_side_data(count[0]);
  }

  private static void assertBrightAt(Picture picture, int width, int x, int y) {
    assertThat(picture.width()).isEqualTo(width);
    assertThat(MadeClips.brightness(picture, x, y)).isGreaterThan(180);
    assertThat(MadeClips.brightness(picture, width - x, picture.height() - y)).isLessThan(70);
  }

  private static Picture first(Path clip) {
    return SampledFrames.of(clip, EACH_SECOND).first();
  }

  private Path path(String name) {
    return folder.resolve(name);
  }
}
