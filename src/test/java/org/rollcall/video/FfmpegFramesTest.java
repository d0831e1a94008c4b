package org.rollcall.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.rollcall.video.MadeClips.HEIGHT;
import static org.rollcall.video.MadeClips.WIDTH;
import static org.rollcall.video.MadeClips.brightness;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.model.picture.Picture;
import org.rollcall.model.picture.Point;
import org.rollcall.model.picture.VideoFrame;
import org.rollcall.testing.UsesNatives;

@UsesNatives
class FfmpegFramesTest {
  private static final int COLOUR_TOLERANCE = 12;

  @TempDir Path folder;

  @Test
  void next_steadyRate_samplesEachSecond() {
    Path clip = MadeClips.steady(folder.resolve("steady.mp4"), 4, 25);

    assertThat(times(clip, 1000)).containsExactly(0L, 1000L, 2000L, 3000L);
  }

  @Test
  void next_intervalBetweenFrames_samplesTheFrameAfterEachMultiple() {
    Path clip = MadeClips.steady(folder.resolve("steady.mp4"), 2, 10);

    assertThat(times(clip, 250)).containsExactly(0L, 300L, 500L, 800L, 1000L, 1300L, 1500L, 1800L);
  }

  @Test
  void next_variableRate_goesByPtsNotByCount() {
    Path clip = folder.resolve("variable.mp4");
    long[] millis = {0, 40, 900, 1100, 1120, 1140, 3500, 3540, 4000};
    try (ClipWriter writer = ClipWriter.open(clip, WIDTH, HEIGHT, 50)) {
      for (long at : millis) {
        writer.write(MadeClips.plain(WIDTH, HEIGHT, 90, 90, 90), Duration.ofMillis(at));
      }
    }

    assertThat(times(clip, 1000)).containsExactly(0L, 1100L, 3500L, 4000L);
  }

  @Test
  void next_colours_comeBackInOrderBlueGreenRed() {
    Path clip = folder.resolve("colour.mp4");
    try (ClipWriter writer = ClipWriter.open(clip, WIDTH, HEIGHT, 10)) {
      writer.write(MadeClips.plain(WIDTH, HEIGHT, 40, 90, 200));
    }

    byte[] bgr = first(clip).bgr();

    assertThat(bgr[0] & 0xff).isCloseTo(40, within(COLOUR_TOLERANCE));
    assertThat(bgr[1] & 0xff).isCloseTo(90, within(COLOUR_TOLERANCE));
    assertThat(bgr[2] & 0xff).isCloseTo(200, within(COLOUR_TOLERANCE));
  }

  /** SDR, DCI-P3, PQ, HLG, film, and tags that contradict each other; the matrix is BT.601's. */
  @ParameterizedTest
  @CsvSource({"1, 1, 6", "12, 13, 6", "9, 16, 5", "9, 18, 6", "8, 9, 6", "22, 4, 2", "9, 18, 0"})
  void next_coloursByTags_areMappedByTheMatrixOnly(int primaries, int transfer, int matrix)
      throws IOException {
    Picture skin = MadeClips.plain(WIDTH, HEIGHT, 105, 172, 224);
    Path plain =
        MadeClips.record(
            folder.resolve("plain.mkv"),
            List.of(skin, skin),
            recorder -> {
              recorder.setFormat("matroska");
              recorder.setVideoCodec(avcodec.AV_CODEC_ID_FFV1);
              recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P10LE);
            });
    Path tagged =
        new Remux()
            .add(
                plain,
                "null",
                stream ->
                    stream
                        .codecpar()
                        .color_primaries(primaries)
                        .color_trc(transfer)
                        .color_space(matrix)
                        .color_range(avutil.AVCOL_RANGE_MPEG))
            .to(folder.resolve("tagged.mkv"), "matroska", "");

    byte[] bgr = first(tagged).bgr();

    assertThat(bgr[0] & 0xff).isCloseTo(105, within(4));
    assertThat(bgr[1] & 0xff).isCloseTo(172, within(4));
    assertThat(bgr[2] & 0xff).isCloseTo(224, within(4));
  }

  @Test
  void next_widthThatNeedsPadding_keepsRowsStraight() {
    Path clip = folder.resolve("narrow.mp4");
    try (ClipWriter writer = ClipWriter.open(clip, 70, 50, 10)) {
      writer.write(MadeClips.markedTopLeft(70, 50));
    }

    Picture picture = first(clip);

    assertThat(picture.width()).isEqualTo(70);
    assertThat(brightness(picture, 25, 20)).isGreaterThan(180);
    assertThat(brightness(picture, 45, 20)).isLessThan(70);
    assertThat(brightness(picture, 25, 32)).isLessThan(70);
  }

  static final List<Turn> TURNS =
      List.of(
          new Turn(90, 48, 64, new Point(12, 48)),
          new Turn(180, 64, 48, new Point(48, 36)),
          new Turn(270, 48, 64, new Point(36, 16)));

  /** A camera turned anticlockwise, the upright picture, and a place in its marked corner. */
  private record Turn(int degrees, int width, int height, Point marked) {}

  @ParameterizedTest
  @FieldSource("TURNS")
  void next_turnedCamera_givesUprightPicture(Turn turn) throws IOException {
    Path clip =
        MadeClips.odd(
            folder.resolve("turned.mp4"),
            "mp4",
            recorder -> recorder.setDisplayRotation(turn.degrees()));

    Picture picture = first(clip);

    int x = (int) turn.marked().x();
    int y = (int) turn.marked().y();
    assertThat(picture.width()).isEqualTo(turn.width());
    assertThat(picture.height()).isEqualTo(turn.height());
    assertThat(brightness(picture, x, y)).as("the marked corner").isGreaterThan(180);
    assertThat(brightness(picture, turn.width() - x, turn.height() - y)).isLessThan(70);
  }

  @Test
  void next_oblongPixels_givesTrueProportions() throws IOException {
    Path clip =
        MadeClips.odd(folder.resolve("oblong.mp4"), "mp4", recorder -> recorder.setAspectRatio(2));

    assertThat(first(clip).width()).isEqualTo(2 * WIDTH);
    assertThat(first(clip).height()).isEqualTo(HEIGHT);
  }

  @Test
  void next_interlacedMotion_isDeinterlaced() throws IOException {
    Path clip = NumberedClips.copy("combed.mp4", folder);

    Picture picture = first(clip);

    for (int y = 3; y < HEIGHT - 2; y += 2) {
      for (int x = 0; x < WIDTH; x++) {
        assertThat(brightness(picture, x, y))
            .as("pixel %d, %d", x, y)
            .isCloseTo(brightness(picture, x, y - 1), within(COLOUR_TOLERANCE));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"matroska, mkv", "avi, avi", "mpegts, ts", "mov, mov"})
  void next_otherContainers_samplesTheSameTimes(String format, String ending) throws IOException {
    Path clip = MadeClips.odd(folder.resolve("lesson." + ending), format, recorder -> {});

    assertThat(times(clip, 500)).containsExactly(0L, 500L, 1000L, 1500L);
  }

  @Test
  void next_soundBesidePicture_isIgnored() throws IOException {
    Path clip =
        MadeClips.odd(
            folder.resolve("sound.mp4"),
            "mp4",
            recorder -> {
              recorder.setAudioChannels(1);
              recorder.setAudioCodec(avcodec.AV_CODEC_ID_AAC);
            });

    assertThat(times(clip, 1000)).containsExactly(0L, 1000L);
  }

  @Test
  void open_nameBeyondAscii_isFound() {
    String encoding = System.getProperty("sun.jnu.encoding");
    assumeTrue(
        Charset.forName(encoding).newEncoder().canEncode("Zoë"),
        "Skipped: file names cannot go beyond ASCII in the locale of this machine");
    Path clip = MadeClips.steady(folder.resolve("Zoë 7, ä.mp4"), 1, 10);

    assertThat(times(clip, 1000)).containsExactly(0L);
  }

  @Test
  void next_afterTheEnd_staysEmpty() {
    Path clip = MadeClips.steady(folder.resolve("steady.mp4"), 1, 10);
    try (FfmpegFrames frames = open(clip, 1000)) {
      drain(frames);

      assertThat(frames.next()).isEmpty();
    }
  }

  @Test
  void length_steadyRate_isLastPtsPlusOneFrame() {
    Path clip = MadeClips.steady(folder.resolve("steady.mp4"), 3, 10);
    try (FfmpegFrames frames = open(clip, 1000)) {
      drain(frames);

      assertThat(frames.position()).isEqualTo(Duration.ofMillis(2900));
      assertThat(frames.length()).isEqualTo(Duration.ofSeconds(3));
      assertThat(frames.declaredLength()).contains(Duration.ofSeconds(3));
      assertThat(frames.warnings()).isEmpty();
    }
  }

  @Test
  void length_beforeTheEnd_isRefused() {
    Path clip = MadeClips.steady(folder.resolve("steady.mp4"), 1, 10);
    try (FfmpegFrames frames = open(clip, 1000)) {
      assertThatThrownBy(frames::length)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("has not been reached");
    }
  }

  @Test
  void warnings_cutOffAfterIndex_namesBothLengths() throws IOException {
    Path clip = cutTo(MadeClips.steady(folder.resolve("cut.mp4"), 20, 10), 0.6);
    try (FfmpegFrames frames = open(clip, 1000)) {
      drain(frames);

      assertThat(frames.length()).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(18));
      assertThat(frames.warnings())
          .anySatisfy(
              w -> assertThat(w).asString().startsWith("The recording says 00:20, but only 00:"));
    }
  }

  @Test
  void next_damagedInTheMiddle_continuesToTheEnd() throws IOException {
    Path clip = MadeClips.steady(folder.resolve("damaged.mp4"), 20, 10);
    byte[] bytes = Files.readAllBytes(clip);
    Arrays.fill(bytes, bytes.length * 6 / 10, bytes.length * 7 / 10, (byte) 0x5a);
    Files.write(clip, bytes);

    List<Long> times = times(clip, 1000);

    assertThat(times).isSorted().doesNotHaveDuplicates();
    assertThat(times).as("the last sample").last().isIn(18_000L, 19_000L);
  }

  @Test
  void open_cutOffBeforeIndex_saysThatTheIndexIsMissing() throws IOException {
    Path clip = MadeClips.odd(folder.resolve("cut.mp4"), "mp4", recorder -> {});

    assertThatThrownBy(() -> open(cutTo(clip, 0.5), 1000))
        .isInstanceOf(UndecodableRecording.class)
        .hasMessage(
            "Cannot read %s: its index is missing or damaged, as when a copy or an export was cut "
                + "off. Copy or export it again.",
            clip);
  }

  @Test
  void open_soundOnly_saysWhatWasFound() throws IOException {
    Path clip = MadeClips.sound(folder.resolve("sound.mp4"));

    assertThatThrownBy(() -> open(clip, 1000))
        .isInstanceOf(UndecodableRecording.class)
        .hasMessageEndingWith(
            "no video stream (found 1 audio stream). Export it again with video.");
  }

  @Test
  void open_text_saysThatTheFormatIsUnknown() throws IOException {
    Path file = Files.writeString(folder.resolve("text.mp4"), "This is no recording. ".repeat(200));

    assertThatThrownBy(() -> open(file, 1000))
        .isInstanceOf(UndecodableRecording.class)
        .hasMessageContaining("not a recording in a known format");
  }

  @Test
  void open_playlist_fetchesNothing() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("list.m3u8"),
            """
            #EXTM3U
            #EXT-X-TARGETDURATION:5
            #EXTINF:5,
            http://127.0.0.1:9/a.ts
            #EXT-X-ENDLIST
            """);

    assertThatThrownBy(() -> open(file, 1000)).isInstanceOf(UndecodableRecording.class);
  }

  @Test
  void open_emptyFile_saysSo() throws IOException {
    Path file = Files.createFile(folder.resolve("empty.mp4"));

    assertThatThrownBy(() -> open(file, 1000))
        .isInstanceOf(UndecodableRecording.class)
        .hasMessageContaining("the file is empty");
  }

  @Test
  void open_missingFile_saysSo() {
    assertThatThrownBy(() -> open(folder.resolve("missing.mp4"), 1000))
        .isInstanceOf(UndecodableRecording.class)
        .hasMessageContaining("no such file");
  }

  @Test
  void open_folder_saysSo() {
    assertThatThrownBy(() -> open(folder, 1000))
        .isInstanceOf(UndecodableRecording.class)
        .hasMessageContaining("it is a folder");
  }

  /** The memory of a process is a file that opens and then refuses to be read. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void open_fileThatCannotBeReadNow_isATemporaryFailure() {
    assertThatThrownBy(() -> open(Path.of("/proc/self/mem"), 1000))
        .isInstanceOf(TemporaryFailure.class)
        .hasMessageContaining("Cannot read /proc/self/mem now");
  }

  private static FfmpegFrames open(Path clip, long intervalMillis) {
    return FfmpegFrames.open(clip, new SamplingSettings(Duration.ofMillis(intervalMillis)));
  }

  private static List<VideoFrame> drain(FfmpegFrames frames) {
    List<VideoFrame> all = new ArrayList<>();
    for (Optional<VideoFrame> next = frames.next(); next.isPresent(); next = frames.next()) {
      all.add(next.get());
    }
    return all;
  }

  private static List<Long> times(Path clip, long intervalMillis) {
    try (FfmpegFrames frames = open(clip, intervalMillis)) {
      return drain(frames).stream().map(frame -> frame.at().toMillis()).toList();
    }
  }

  private static Picture first(Path clip) {
    try (FfmpegFrames frames = open(clip, 1000)) {
      return frames.next().orElseThrow().picture();
    }
  }

  private static Path cutTo(Path clip, double share) throws IOException {
    byte[] bytes = Files.readAllBytes(clip);
    return Files.write(clip, Arrays.copyOf(bytes, (int) (bytes.length * share)));
  }
}
