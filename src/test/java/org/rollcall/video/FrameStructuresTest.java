package org.rollcall.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.testing.UsesNatives;

/** Recordings of few frames, slow ones and oddly built ones: every picture that is due is used. */
@UsesNatives
class FrameStructuresTest {
  @TempDir Path folder;

  /** Each as it is written by one kind of camera; with two frames between that none refers to. */
  static Stream<Consumer<FFmpegFrameRecorder>> structures() {
    return Stream.of(
        recorder -> recorder.setVideoCodec(avcodec.AV_CODEC_ID_H264),
        recorder -> codec(recorder, avcodec.AV_CODEC_ID_MPEG4, 2, 12),
        recorder -> codec(recorder, avcodec.AV_CODEC_ID_MPEG4, 2, 300),
        recorder -> codec(recorder, avcodec.AV_CODEC_ID_MPEG4, 0, 300),
        recorder -> codec(recorder, avcodec.AV_CODEC_ID_MPEG2VIDEO, 2, 12),
        recorder -> codec(recorder, avcodec.AV_CODEC_ID_MJPEG, 0, 1));
  }

  private static void codec(FFmpegFrameRecorder recorder, int codec, int between, int group) {
    recorder.setVideoCodec(codec);
    recorder.setMaxBFrames(between);
    recorder.setGopSize(group);
    recorder.setPixelFormat(
        codec == avcodec.AV_CODEC_ID_MJPEG
            ? avutil.AV_PIX_FMT_YUVJ420P
            : avutil.AV_PIX_FMT_YUV420P);
  }

  /** At 10 frames a second, each of them every tenth of a second. */
  @ParameterizedTest
  @MethodSource("structures")
  void next_oneToTwentyFrames_samplesAllThatAreDue(Consumer<FFmpegFrameRecorder> structure)
      throws IOException {
    for (int frames = 1; frames <= 20; frames++) {
      Path clip = clip(frames, "null", structure);

      assertThat(SampledFrames.of(clip, new SamplingSettings(Duration.ofMillis(100))).millis())
          .as("%d frames", frames)
          .containsExactlyElementsOf(times(frames, 100));
      assertThat(SampledFrames.of(clip).millis())
          .containsExactlyElementsOf(times((frames + 9) / 10, 1000));
    }
  }

  /** Slowed down to a frame a second, every five seconds, and every minute. */
  @ParameterizedTest
  @MethodSource("structures")
  void next_lowFrameRates_samplesEveryFrame(Consumer<FFmpegFrameRecorder> structure)
      throws IOException {
    for (int slower : new int[] {10, 50, 600}) {
      String filter = "setts=pts=PTS*%1$d:dts=DTS*%1$d:duration=DURATION*%1$d".formatted(slower);
      Path clip = clip(20, filter, structure);

      SampledFrames sampled = SampledFrames.of(clip);

      assertThat(sampled.millis())
          .as("%d times slower", slower)
          .containsExactlyElementsOf(times(20, 100L * slower));
      assertThat(sampled.numbers()).hasSize(20);
      assertThat(sampled.gaps()).isEmpty();
      assertThat(sampled.warnings()).isEmpty();
    }
  }

  /** The clock of a camera rounds: a frame a second is not always a second later. */
  @Test
  void next_frameASecondWithUnsteadyClock_samplesEveryFrame() throws IOException {
    String filter = "setts=ts=TS*10-mod(N\\,2)*0.3/TB:duration=DURATION*10";

    SampledFrames sampled = SampledFrames.of(clip(20, filter, recorder -> {}));

    assertThat(sampled.frames()).hasSize(20);
  }

  /** Fast at first, then a frame every 5 seconds, none of which another frame refers to. */
  @Test
  void next_rateFallsInTheMiddle_samplesEveryFrameFromThere() throws IOException {
    String filter = "setts=pts=if(gt(N\\,59)\\,(PTS-60*DURATION)*50+60*DURATION\\,PTS)";
    Path clip =
        clip(
            100,
            filter + ":dts=if(gt(N\\,59)\\,(DTS-60*DURATION)*50+60*DURATION\\,DTS)",
            recorder -> codec(recorder, avcodec.AV_CODEC_ID_MPEG4, 0, 300));

    SampledFrames sampled = SampledFrames.of(clip);

    assertThat(sampled.millis()).contains(11_000L, 16_000L, 101_000L, 201_000L);
    assertThat(sampled.frames()).hasSizeGreaterThanOrEqualTo(45);
  }

  /** Browsers and truncated files declare no length: a short one needs all its pictures. */
  @ParameterizedTest
  @ValueSource(strings = {"closed-groups.mp4", "open-groups.mp4", "one-key-frame.mp4"})
  void next_lengthNotDeclared_samplesEachSecondOfAShortRecording(String name) throws IOException {
    Path clip = NumberedClips.copy(name, folder);
    Path live = new Remux().add(clip).to(folder.resolve("live.mkv"), "matroska", "live=1");

    SampledFrames sampled = SampledFrames.of(live);

    assertThat(sampled.declared()).isEmpty();
    assertThat(sampled.frames()).hasSize(12);
  }

  /** The first group has lost its key frame, or there is none at all but a refresh in stripes. */
  @ParameterizedTest
  @CsvSource({"closed-groups.mp4, 9", "open-groups.mp4, 9", "intra-refresh.mp4, 6"})
  void next_startsInAGroup_samplesFromTheFirstDecodableFrame(String name, int samples)
      throws IOException {
    Path clip = NumberedClips.copy(name, folder);
    Path late =
        new Remux()
            .add(clip, "noise=drop=lt(n\\,7)", stream -> {})
            .to(folder.resolve("late.mkv"), "matroska", "");

    SampledFrames sampled = SampledFrames.of(late);

    assertThat(sampled.frames()).hasSizeGreaterThanOrEqualTo(samples);
  }

  @Test
  void next_onePictureForAMinute_isSampledAndCoversIt() throws IOException {
    Path clip = clip(1, "setts=duration=60/TB", recorder -> {});

    SampledFrames sampled = SampledFrames.of(clip);

    assertThat(sampled.millis()).containsExactly(0L);
    assertThat(sampled.warnings()).isEmpty();
  }

  private Path clip(int frames, String filter, Consumer<FFmpegFrameRecorder> structure)
      throws IOException {
    Path plain =
        NumberedClips.make(
            folder.resolve("plain.mkv"), "matroska", IntStream.range(0, frames), structure);
    return new Remux()
        .add(plain, filter, stream -> {})
        .to(folder.resolve("clip.mov"), "mov", "video_track_timescale=90000");
  }

  private static List<Long> times(int count, long step) {
    return LongStream.range(0, count).map(i -> i * step).boxed().toList();
  }
}
