package org.rollcall.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.model.Message;
import org.rollcall.model.Window;
import org.rollcall.model.picture.VideoFrame;
import org.rollcall.testing.UsesNatives;

/** Sampling parts of recordings: together, they have the same frames as the whole. */
@UsesNatives
class WindowTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private static final SamplingSettings BY_KEY_FRAMES =
      new SamplingSettings(SECOND, Duration.ofMillis(2500), Duration.ZERO);

  private static final SamplingSettings EACH_SECOND = new SamplingSettings(SECOND);

  /**
   * Ends of windows, in milliseconds: between frames, on a key frame, on a sample and close to it.
   */
  private static final long[] CUTS = {950, 4000, 7000, 9550, 10_000, 10_300, 11_900};

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "closed-groups.mp4",
        "open-groups.mp4",
        "open-groups-h265.mp4",
        "interlaced.mp4",
        "one-key-frame.mp4",
        "intra-refresh.mp4",
        "irregular.mkv",
        "raw.h264",
        "raw.h265"
      })
  void next_windowsOfWholeRecording_giveItsFramesOnceEach(String name) throws IOException {
    Path clip = NumberedClips.copy(name, folder);

    assertThat(parts(clip, BY_KEY_FRAMES)).isEqualTo(whole(clip, BY_KEY_FRAMES));
    assertThat(parts(clip, EACH_SECOND)).isEqualTo(whole(clip, EACH_SECOND));
  }

  @ParameterizedTest
  @CsvSource({"matroska, mkv", "avi, avi", "mpegts, ts", "mov, mov", "flv, flv"})
  void next_windowsInOtherContainers_giveTheFramesOnceEach(String format, String ending)
      throws IOException {
    Path clip = NumberedClips.make(folder.resolve("lesson." + ending), format, recorder -> {});

    assertThat(whole(clip, EACH_SECOND)).hasSize(12);
    assertThat(parts(clip, BY_KEY_FRAMES)).isEqualTo(whole(clip, BY_KEY_FRAMES));
    assertThat(parts(clip, EACH_SECOND)).isEqualTo(whole(clip, EACH_SECOND));
  }

  @Test
  void next_windowsOfFragmentedMp4_giveTheFramesOnceEach() throws IOException {
    Path clip =
        NumberedClips.make(
            folder.resolve("fragments.mp4"),
            "mp4",
            recorder -> recorder.setOption("movflags", "frag_keyframe+empty_moov"));

    assertThat(parts(clip, EACH_SECOND)).isEqualTo(whole(clip, EACH_SECOND));
  }

  @Test
  void next_windowsWhereEveryFrameIsAKeyFrame_giveTheFramesOnceEach() throws IOException {
    Path clip =
        NumberedClips.make(
            folder.resolve("pictures.avi"),
            "avi",
            recorder -> {
              recorder.setVideoCodec(avcodec.AV_CODEC_ID_MJPEG);
              recorder.setPixelFormat(avutil.AV_PIX_FMT_YUVJ420P);
            });

    assertThat(parts(clip, BY_KEY_FRAMES)).isEqualTo(whole(clip, BY_KEY_FRAMES));
  }

  @Test
  void next_allPacketsFlaggedAsKeyFrames_isNotMisledByTheSeek() throws IOException {
    Path clip = NumberedClips.copy("one-key-frame.mp4", folder);
    List<Sample> whole = whole(clip, EACH_SECOND);
    NumberedClips.removeKeyFrameTable(clip);

    assertThat(parts(clip, EACH_SECOND)).isEqualTo(whole);
  }

  @ParameterizedTest
  @ValueSource(strings = {"closed-groups.mp4", "open-groups.mp4", "irregular.mkv"})
  void next_windowThatStartsLate_doesNotDecodeTheFramesBefore(String name) throws IOException {
    Path clip = NumberedClips.copy(name, folder);

    Reading late = read(clip, EACH_SECOND, window(10_000, 12_000));

    assertThat(late.samples()).containsExactly(new Sample(10_000, 100), new Sample(11_000, 110));
    assertThat(late.decoded()).isLessThan(read(clip, EACH_SECOND, Window.ALL).decoded() / 2);
  }

  @Test
  void next_windowThatEndsEarly_doesNotDecodeTheFramesAfter() throws IOException {
    Path clip = NumberedClips.copy("closed-groups.mp4", folder);

    Reading early = read(clip, BY_KEY_FRAMES, window(0, 2500));

    assertThat(early.samples()).containsExactly(new Sample(0, 0), new Sample(2000, 20));
    assertThat(early.decoded()).isLessThanOrEqualTo(3);
  }

  @Test
  void open_wholeRecording_decodesAsWithoutWindow() throws IOException {
    Path clip = NumberedClips.copy("closed-groups.mp4", folder);

    assertThat(read(clip, BY_KEY_FRAMES, Window.ALL).decoded()).isEqualTo(6);
  }

  @Test
  void length_windowInsideTheRecording_isThatOfTheWindow() throws IOException {
    Path clip = NumberedClips.copy("closed-groups.mp4", folder);
    try (FfmpegFrames frames = FfmpegFrames.open(clip, EACH_SECOND, window(3000, 9550))) {
      assertThat(frames.position()).isEqualTo(Duration.ofSeconds(3));
      drain(frames);

      assertThat(frames.position()).isEqualTo(Duration.ofMillis(9500));
      assertThat(frames.length()).isEqualTo(Duration.ofMillis(6550));
      assertThat(frames.declaredLength()).contains(Duration.ofMillis(6550));
      assertThat(frames.warnings().stream().map(Message::toString).toList()).isEmpty();
    }
  }

  @Test
  void length_recordingEndsInTheWindow_endsWithTheLastFrame() throws IOException {
    Path clip = NumberedClips.copy("closed-groups.mp4", folder);
    try (FfmpegFrames frames = FfmpegFrames.open(clip, EACH_SECOND, window(10_000, 60_000))) {
      drain(frames);

      assertThat(frames.length()).isEqualTo(Duration.ofSeconds(2));
      assertThat(frames.declaredLength()).contains(Duration.ofSeconds(2));
      assertThat(frames.warnings().stream().map(Message::toString).toList()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"closed-groups.mp4", "raw.h264", "irregular.mkv"})
  void next_recordingEndsBeforeTheWindow_givesNothing(String name) throws IOException {
    Path clip = NumberedClips.copy(name, folder);
    try (FfmpegFrames frames = FfmpegFrames.open(clip, EACH_SECOND, window(30_000, 60_000))) {
      assertThat(frames.next()).isEmpty();
      assertThat(frames.length()).isZero();
      assertThat(frames.warnings().stream().map(Message::toString).toList()).isEmpty();
    }
  }

  @Test
  void warnings_cutOffInTheWindow_namesTheTimeDecodedTo() throws IOException {
    Path clip = cutTo(MadeClips.steady(folder.resolve("cut.mp4"), 60, 10), 0.6);

    assertThat(read(clip, EACH_SECOND, window(0, 10_000)).warnings()).isEmpty();
    assertThat(read(clip, EACH_SECOND, window(20_000, 50_000)).warnings())
        .singleElement()
        .asString()
        .matches(
            "This part of the recording should end at 00:50, but it could be decoded only to"
                + " 00:\\d\\d\\.");
  }

  @Test
  void warnings_damageOutsideTheWindow_isNotReported() throws IOException {
    Path clip = NumberedClips.copy("closed-groups.mp4", folder);
    NumberedClips.damageKeyFrame(clip, 3);

    assertThat(read(clip, BY_KEY_FRAMES, window(5000, 8000)).warnings())
        .containsExactly("1 frame is damaged, the first at 00:06.");
    assertThat(read(clip, BY_KEY_FRAMES, window(0, 5000)).warnings()).isEmpty();
    assertThat(read(clip, BY_KEY_FRAMES, window(9000, 12_000)).warnings()).isEmpty();
  }

  @Test
  void next_keyFrameBeforeTheWindowIsDamaged_isNotWhereReadingStarts() throws IOException {
    Path clip = NumberedClips.copy("closed-groups.mp4", folder);
    NumberedClips.damageKeyFrame(clip, 3);

    assertThat(parts(clip, BY_KEY_FRAMES)).isEqualTo(whole(clip, BY_KEY_FRAMES));
    assertThat(read(clip, EACH_SECOND, window(9000, 10_000)).samples())
        .containsExactly(new Sample(9000, 90));
  }

  @Test
  void constructor_endAtItsStart_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> window(2000, 2000))
        .withMessageContaining("got PT2S to PT2S");
  }

  @Test
  void constructor_startBeforeTheRecording_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> window(-1, 2000));
  }

  private static Window window(long from, long to) {
    return new Window(Duration.ofMillis(from), Optional.of(Duration.ofMillis(to)));
  }

  private static List<Sample> whole(Path clip, SamplingSettings settings) {
    return read(clip, settings, Window.ALL).samples();
  }

  private static List<Sample> parts(Path clip, SamplingSettings settings) {
    List<Sample> samples = new ArrayList<>();
    long from = 0;
    for (long cut : CUTS) {
      samples.addAll(read(clip, settings, window(from, cut)).samples());
      from = cut;
    }
    Window rest = new Window(Duration.ofMillis(from), Optional.empty());
    samples.addAll(read(clip, settings, rest).samples());
    return samples;
  }

  private static Reading read(Path clip, SamplingSettings settings, Window window) {
    try (FfmpegFrames frames = FfmpegFrames.open(clip, settings, window)) {
      return new Reading(
          drain(frames),
          frames.decodedFrames(),
          frames.warnings().stream().map(Message::toString).toList());
    }
  }

  private static List<Sample> drain(FfmpegFrames frames) {
    List<Sample> samples = new ArrayList<>();
    for (Optional<VideoFrame> next = frames.next(); next.isPresent(); next = frames.next()) {
      VideoFrame frame = next.get();
      samples.add(new Sample(frame.at().toMillis(), NumberedClips.number(frame.picture())));
    }
    return samples;
  }

  private static Path cutTo(Path clip, double share) throws IOException {
    byte[] bytes = Files.readAllBytes(clip);
    return Files.write(clip, Arrays.copyOf(bytes, (int) (bytes.length * share)));
  }

  /** The time of a sampled frame, and the number in its picture. */
  private record Sample(long millis, long number) {}

  private record Reading(List<Sample> samples, long decoded, List<String> warnings) {}
}
