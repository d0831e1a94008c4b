package org.rollcall.video;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.model.Message;
import org.rollcall.model.picture.Sample;
import org.rollcall.model.picture.VideoFrame;
import org.rollcall.testing.UsesNatives;

/** Decoding key frames alone: where it suffices, where it does not, and that nothing is lost. */
@UsesNatives
class KeyFramesTest {
  private static final long ALL_FRAMES = 120;
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** The default settings, but also for recordings as short as these. */
  private static final SamplingSettings BY_KEY_FRAMES =
      new SamplingSettings(SECOND, Duration.ofMillis(2500), Duration.ZERO);

  private static final SamplingSettings EACH_SECOND = new SamplingSettings(SECOND);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "closed-groups.mp4",
        "open-groups.mp4",
        "open-groups-h265.mp4",
        "interlaced.mp4",
        "raw.h264",
        "raw.h265"
      })
  void next_keyFrameEveryTwoSeconds_decodesNothingElse(String name) throws IOException {
    Reading reading = read(NumberedClips.copy(name, folder), BY_KEY_FRAMES);

    assertThat(reading.times()).containsExactly(0L, 2000L, 4000L, 6000L, 8000L, 10_000L);
    assertThat(reading.numbers()).containsExactly(0L, 20L, 40L, 60L, 80L, 100L);
    assertThat(reading.decoded()).isEqualTo(6);
    assertThat(reading.length()).isEqualTo(Duration.ofSeconds(12));
    assertThat(reading.warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "closed-groups.mp4",
        "open-groups.mp4",
        "interlaced.mp4",
        "irregular.mkv",
        "raw.h264"
      })
  void next_postponed_givesTheSame(String name) throws IOException {
    Path clip = NumberedClips.copy(name, folder);
    Reading usual = read(clip, BY_KEY_FRAMES);

    try (FfmpegFrames frames = FfmpegFrames.open(clip, BY_KEY_FRAMES)) {
      frames.postpone(Duration.ofSeconds(8));
      List<Long> times = new ArrayList<>();
      List<Long> numbers = new ArrayList<>();
      for (var next = frames.next(); next.isPresent(); next = frames.next()) {
        times.add(next.get().at().toMillis());
        numbers.add(NumberedClips.number(next.get().picture()));
      }

      assertThat(times).isEqualTo(usual.times());
      assertThat(numbers).isEqualTo(usual.numbers());
      assertThat(frames.length()).isEqualTo(usual.length());
    }
  }

  @Test
  void sample_postponedAfterFiveGoodKeyFrames_isDecodedWhenItIsAskedFor() throws IOException {
    Path clip = NumberedClips.copy("closed-groups.mp4", folder);
    try (FfmpegFrames frames = FfmpegFrames.open(clip, BY_KEY_FRAMES)) {
      frames.postpone(Duration.ofSeconds(8));
      List<Sample> samples = samples(frames);

      assertThat(samples)
          .extracting(Sample::decoded)
          .containsExactly(true, true, true, true, true, false);
      assertThat(frames.decodedFrames()).isEqualTo(5);
      assertThat(frames.length()).isEqualTo(Duration.ofSeconds(12));
      assertThat(frames.warnings()).isEmpty();
      assertThat(NumberedClips.number(samples.get(5).frame().orElseThrow().picture()))
          .isEqualTo(100);
      assertThat(frames.decodedFrames()).isEqualTo(6);
    }
  }

  @Test
  void sample_longAfterTheOneDecodedLast_isDecodedAtOnce() throws IOException {
    Path clip = NumberedClips.copy("closed-groups.mp4", folder);
    try (FfmpegFrames frames = FfmpegFrames.open(clip, BY_KEY_FRAMES)) {
      frames.postpone(Duration.ofSeconds(2));

      assertThat(samples(frames)).allMatch(Sample::decoded);
    }
  }

  private static List<Sample> samples(FfmpegFrames frames) {
    List<Sample> samples = new ArrayList<>();
    for (var next = frames.sample(); next.isPresent(); next = frames.sample()) {
      samples.add(next.get());
    }
    return samples;
  }

  @ParameterizedTest
  @ValueSource(strings = {"one-key-frame.mp4", "intra-refresh.mp4"})
  void next_onlyTheFirstIsAKeyFrame_givesWhatSequentialDecodingGives(String name)
      throws IOException {
    Path clip = NumberedClips.copy(name, folder);

    Reading reading = read(clip, BY_KEY_FRAMES);

    assertThat(reading.samples()).isEqualTo(read(clip, EACH_SECOND).samples());
    assertThat(reading.times()).hasSize(12);
    assertThat(reading.showsItsTimes()).isTrue();
  }

  @Test
  void next_allPacketsFlaggedAsKeyFrames_givesWhatSequentialDecodingGives() throws IOException {
    Path clip = NumberedClips.copy("one-key-frame.mp4", folder);
    List<NumberedFrame> sequential = read(clip, EACH_SECOND).samples();
    NumberedClips.removeKeyFrameTable(clip);

    assertThat(read(clip, BY_KEY_FRAMES).samples()).isEqualTo(sequential);
  }

  @Test
  void next_keyFramesFarApart_fillsOnlyTheGaps() throws IOException {
    Path clip = NumberedClips.copy("irregular.mkv", folder);

    Reading reading = read(clip, BY_KEY_FRAMES);

    assertThat(reading.times())
        .startsWith(0L, 2000L, 4000L, 5000L, 6000L)
        .endsWith(9000L, 10_000L, 11_000L);
    assertThat(reading.showsItsTimes()).isTrue();
    assertThat(reading.decoded()).isLessThan(read(clip, EACH_SECOND).decoded());
  }

  @Test
  void next_keyFramesBeyondTheLongestGap_decodesTheFramesInBetween() throws IOException {
    Path clip = NumberedClips.copy("closed-groups.mp4", folder);

    Reading reading =
        read(clip, new SamplingSettings(SECOND, Duration.ofMillis(1500), Duration.ZERO));

    assertThat(reading.times()).hasSize(12);
    assertThat(reading.showsItsTimes()).isTrue();
  }

  @Test
  void next_shortInterval_isKept() throws IOException {
    Path clip = NumberedClips.copy("closed-groups.mp4", folder);
    Duration interval = Duration.ofMillis(400);

    Reading reading =
        read(clip, new SamplingSettings(interval, Duration.ofSeconds(60), Duration.ZERO));

    assertThat(reading.times()).hasSize(30).startsWith(0L, 400L, 800L);
    assertThat(reading.showsItsTimes()).isTrue();
  }

  @Test
  void next_damagedKeyFrame_decodesTheFramesAroundItAndSaysSo() throws IOException {
    Path clip = NumberedClips.copy("closed-groups.mp4", folder);
    NumberedClips.damageKeyFrame(clip, 3);

    Reading reading = read(clip, BY_KEY_FRAMES);

    assertThat(reading.times())
        .containsExactly(0L, 2000L, 4000L, 5000L, 6000L, 7000L, 8000L, 10_000L);
    assertThat(reading.numbers()).contains(0L, 20L, 40L, 50L, 70L, 80L, 100L);
    assertThat(reading.length()).isEqualTo(Duration.ofSeconds(12));
    assertThat(reading.warnings()).containsExactly("1 frame is damaged, the first at 00:06.");
  }

  @Test
  void next_startsBetweenKeyFrames_decodesKeyFramesFromTheFirst() throws IOException {
    Path clip = NumberedClips.copy("raw.h264", folder);
    byte[] bytes = Files.readAllBytes(clip);
    Files.write(clip, Arrays.copyOfRange(bytes, bytes.length / 12, bytes.length));

    Reading reading = read(clip, BY_KEY_FRAMES);

    assertThat(reading.numbers()).endsWith(40L, 60L, 80L, 100L);
    assertThat(reading.decoded()).isLessThan(ALL_FRAMES / 4);
  }

  @Test
  void next_everyFrameIsAKeyFrame_decodesTheSampledOnes() throws IOException {
    Path clip =
        MadeClips.odd(
            folder.resolve("pictures.avi"),
            "avi",
            recorder -> {
              recorder.setVideoCodec(avcodec.AV_CODEC_ID_MJPEG);
              recorder.setPixelFormat(avutil.AV_PIX_FMT_YUVJ420P);
            });

    Reading reading = read(clip, new SamplingSettings(Duration.ofMillis(500)));

    assertThat(reading.times()).containsExactly(0L, 500L, 1000L, 1500L);
    assertThat(reading.decoded()).isEqualTo(4);
  }

  @Test
  void next_mpeg4Part2_decodesKeyFrames() throws IOException {
    Path clip =
        MadeClips.odd(
            folder.resolve("old.avi"),
            "avi",
            recorder -> recorder.setVideoCodec(avcodec.AV_CODEC_ID_MPEG4));

    Reading reading = read(clip, BY_KEY_FRAMES);

    assertThat(reading.times()).containsExactly(0L, 1000L);
    assertThat(reading.decoded()).isEqualTo(2);
  }

  private static Reading read(Path clip, SamplingSettings settings) {
    List<NumberedFrame> samples = new ArrayList<>();
    try (FfmpegFrames frames = FfmpegFrames.open(clip, settings)) {
      for (Optional<VideoFrame> next = frames.next(); next.isPresent(); next = frames.next()) {
        VideoFrame frame = next.get();
        samples.add(
            new NumberedFrame(frame.at().toMillis(), NumberedClips.number(frame.picture())));
      }
      return new Reading(
          samples,
          frames.decodedFrames(),
          frames.length(),
          frames.warnings().stream().map(Message::toString).toList());
    }
  }

  /** The time of a sampled frame, and the number in its picture. */
  private record NumberedFrame(long millis, long number) {}

  private record Reading(
      List<NumberedFrame> samples, long decoded, Duration length, List<String> warnings) {
    List<Long> times() {
      return samples.stream().map(NumberedFrame::millis).toList();
    }

    List<Long> numbers() {
      return samples.stream().map(NumberedFrame::number).toList();
    }

    boolean showsItsTimes() {
      return samples.stream().allMatch(sample -> sample.millis() == 100 * sample.number());
    }
  }
}
