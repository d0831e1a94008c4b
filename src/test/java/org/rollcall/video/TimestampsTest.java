package org.rollcall.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.model.Window;
import org.rollcall.model.picture.Picture;
import org.rollcall.testing.UsesNatives;

/**
 * Recordings of 12 seconds, 120 frames that show their numbers, whose timestamps are wrong in one
 * way: none of their pictures is lost for it, and what is estimated or left out is said.
 */
@UsesNatives
class TimestampsTest {
  private static final SamplingSettings EACH_SECOND = new SamplingSettings(Duration.ofSeconds(1));
  private static final SamplingSettings BY_KEY_FRAMES =
      new SamplingSettings(Duration.ofSeconds(1), Duration.ofMillis(2500), Duration.ZERO);

  /** Frames in the order of time, with a key frame every 2 seconds. */
  private static final String FLAT = "flat.mp4";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "closed-groups.mp4, setts=pts=0:dts=0, matroska",
    "closed-groups.mp4, setts=pts=0:dts=0, mp4",
    "open-groups.mp4, setts=pts=0:dts=0, matroska",
    "one-key-frame.mp4, setts=pts=0:dts=0, matroska",
    "one-key-frame.mp4, setts=pts=7000:dts=7000, matroska"
  })
  void next_allTimestampsEqual_countsTheFrames(String name, String filter, String format)
      throws IOException {
    for (SamplingSettings settings : List.of(EACH_SECOND, BY_KEY_FRAMES)) {
      SampledFrames sampled = sampled(name, filter, format, settings);

      assertThat(sampled.length()).isBetween(Duration.ofSeconds(11), Duration.ofSeconds(12));
      assertThat(sampled.frames()).hasSizeGreaterThanOrEqualTo(6);
      assertThat(sampled.numbers().get(sampled.frames().size() - 1)).isGreaterThanOrEqualTo(100);
      assertThat(sampled.gaps()).isEmpty();
      assertThat(sampled.warnings())
          .singleElement()
          .asString()
          .matches("1\\d\\d frames have the timestamp of the frame before them, .*");
    }
  }

  /** A stream as it left the encoder, without any container: cheap recorders write such files. */
  @Test
  void warnings_rawStreamWithoutRate_sayThatTimesAreGuessed() throws IOException {
    Path clip =
        MadeClips.odd(
            folder.resolve("raw.mjpeg"),
            "mjpeg",
            recorder -> {
              recorder.setVideoCodec(avcodec.AV_CODEC_ID_MJPEG);
              recorder.setPixelFormat(avutil.AV_PIX_FMT_YUVJ420P);
            });

    assertThat(SampledFrames.of(clip).warnings())
        .containsExactly(
            "The recording does not say when its frames were taken."
                + " 25 frames a second were assumed, so all times are estimates.");
  }

  @Test
  void next_timestampsStandStillForAWhile_countsOnThere() throws IOException {
    String filter = "setts=ts=if(between(N\\,40\\,79)\\,40*DURATION\\,TS)";
    SampledFrames sampled = sampled(FLAT, filter, "matroska", EACH_SECOND);

    assertThat(sampled.millis()).hasSize(12);
    assertThat(sampled.numbers().get(11)).isBetween(108L, 110L);
    assertThat(sampled.length()).isEqualTo(Duration.ofSeconds(12));
    assertThat(sampled.warnings()).singleElement().asString().contains("the first at 00:04");
  }

  @Test
  void next_noTimestamps_countsTheFrames() throws IOException {
    SampledFrames sampled = sampled("one-key-frame.mp4", "h264_mp4toannexb", "h264", EACH_SECOND);

    assertThat(sampled.length()).isEqualTo(Duration.ofSeconds(12));
    assertThat(sampled.millis()).hasSize(12);
    assertThat(sampled.warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-100", "+5000", "+900000", "+3*3600/TB"})
  void next_timestampsStartAnywhere_countFromTheFirstFrame(String expression) throws IOException {
    String filter = "setts=pts=PTS%1$s:dts=DTS%1$s".formatted(expression);
    SampledFrames sampled = sampled(FLAT, filter, "mpegts", EACH_SECOND);

    assertThat(sampled.millis())
        .containsExactlyElementsOf(LongStream.range(0, 12).map(i -> 1000 * i).boxed().toList());
    assertThat(sampled.warnings()).isEmpty();
  }

  /** Segments of a few seconds, as a recorder writes that starts its clock again and again. */
  @ParameterizedTest
  @CsvSource({"5, mpegts", "20, mpegts", "40, mpegts", "60, matroska", "40, mpeg"})
  void next_timestampsRestart_goOn(int frames, String format) throws IOException {
    Path joined = folder.resolve("joined." + format);
    for (int start = 0; start < 120; start += frames) {
      Path part =
          NumberedClips.make(
              folder.resolve("part"),
              format,
              IntStream.range(start, start + frames),
              recorder -> recorder.setVideoCodec(avcodec.AV_CODEC_ID_MPEG4));
      Files.write(
          joined, Files.readAllBytes(part), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    for (SamplingSettings settings : List.of(EACH_SECOND, BY_KEY_FRAMES)) {
      SampledFrames sampled = SampledFrames.of(joined, settings);
      assertThat(sampled.length()).isBetween(Duration.ofMillis(11_500), Duration.ofMillis(12_500));
      assertThat(sampled.numbers().get(sampled.numbers().size() - 1)).isGreaterThanOrEqualTo(100);
      assertThat(sampled.warnings()).anyMatch(warning -> warning.contains("Its clock was set"));
    }
  }

  @Test
  void gaps_leapOfAnHour_isOne() throws IOException {
    String filter = "setts=ts=TS+gte(N\\,60)*3600/TB";
    SampledFrames sampled = sampled(FLAT, filter, "matroska", EACH_SECOND);

    assertThat(sampled.numbers()).hasSize(12);
    assertThat(sampled.gaps())
        .containsExactly(new Window(Duration.ofSeconds(6), Optional.of(Duration.ofSeconds(3606))));
    assertThat(sampled.warnings()).containsExactly("There is no video between 00:05 and 60:06.");
  }

  /** Small gaps are listed, but those that sampling would not notice are not. */
  @ParameterizedTest
  @CsvSource({"2, 0", "4, 1", "8, 1"})
  void gaps_pauseOfSeconds_isOneIfItMatters(int seconds, int gaps) throws IOException {
    String filter = "setts=ts=TS+gte(N\\,60)*" + seconds + "/TB";
    SampledFrames sampled = sampled(FLAT, filter, "matroska", EACH_SECOND);

    assertThat(sampled.gaps()).hasSize(gaps);
    assertThat(sampled.warnings()).isEmpty();
  }

  @Test
  void gaps_endCutOff_isOneUpToTheDeclaredLength() throws IOException {
    Path clip = NumberedClips.make(folder.resolve("a.mp4"), "mp4", r -> {});
    Path front = new Remux().add(clip).to(folder.resolve("b.mp4"), "mp4", "movflags=faststart");
    byte[] bytes = Files.readAllBytes(front);
    Files.write(front, Arrays.copyOf(bytes, bytes.length * 2 / 3));

    SampledFrames sampled = SampledFrames.of(front, EACH_SECOND);

    assertThat(sampled.gaps()).hasSize(1);
    assertThat(sampled.gaps().get(0).to()).contains(Duration.ofSeconds(12));
    assertThat(sampled.gaps().get(0).from()).isEqualTo(sampled.length());
    assertThat(sampled.declared()).contains(Duration.ofSeconds(12));
    assertThat(sampled.warnings())
        .anyMatch(warning -> warning.startsWith("The recording says 00:12, but only 00:"));
  }

  @Test
  void declaredLength_usualLoss_isTheTrueLength() throws IOException {
    Path clip = NumberedClips.copy("closed-groups.mp4", folder);
    Path ts =
        new Remux().add(clip, "h264_mp4toannexb", s -> {}).to(folder.resolve("a.ts"), "mpegts", "");
    byte[] packets = Files.readAllBytes(ts);
    Files.write(ts, Arrays.copyOfRange(packets, packets.length / 10 / 188 * 188, packets.length));

    SampledFrames sampled = SampledFrames.of(ts, EACH_SECOND);

    assertThat(sampled.declared()).contains(sampled.length());
  }

  /** A recorder that loses its power never fills in the header. */
  @ParameterizedTest
  @ValueSource(ints = {avcodec.AV_CODEC_ID_MJPEG, avcodec.AV_CODEC_ID_MPEG4})
  void declaredLength_headerNeverFinished_isIgnoredAndSaid(int codec) throws IOException {
    Path clip = piped(codec);

    SampledFrames sampled = SampledFrames.of(clip, EACH_SECOND);

    assertThat(sampled.length()).isEqualTo(Duration.ofSeconds(4));
    assertThat(sampled.declared()).isEmpty();
    assertThat(sampled.gaps()).isEmpty();
    assertThat(sampled.warnings())
        .singleElement()
        .asString()
        .matches("The recording says \\d+:\\d+, which cannot be true\\. .*");
    assertThat(RecordingFacts.of(clip).length()).isEmpty();
  }

  /** Where FFmpeg reads the first of joined recordings, the second is not used. */
  @ParameterizedTest
  @CsvSource({"mp4, ''", "mov, ''", "mp4, movflags=frag_keyframe+empty_moov"})
  void warnings_recordingsJoinedToOneMovie_areSaid(String format, String options)
      throws IOException {
    Path clip = NumberedClips.copy("closed-groups.mp4", folder);
    Path one = new Remux().add(clip).to(folder.resolve("one." + format), format, options);
    Path joined = MadeClips.join(folder.resolve("joined." + format), one, one);

    assertThat(SampledFrames.of(joined).warnings())
        .anyMatch(warning -> warning.startsWith("The file goes on after its last frame"));
    assertThat(SampledFrames.of(one).warnings()).isEmpty();
  }

  @Test
  void warnings_recordingsJoinedInFlv_areSaid() throws IOException {
    Path one = folder.resolve("one.flv");
    Random noise = new Random(1);
    byte[] bgr = new byte[3 * 640 * 480];
    noise.nextBytes(bgr);
    MadeClips.record(
        one,
        Collections.nCopies(20, new Picture(640, 480, bgr)),
        recorder -> {
          recorder.setFormat("flv");
          recorder.setVideoBitrate(20_000_000);
        });
    Path joined = MadeClips.join(folder.resolve("joined.flv"), one, one);

    assertThat(SampledFrames.of(joined).warnings())
        .anyMatch(warning -> warning.startsWith("The file goes on after its last frame"));
    assertThat(SampledFrames.of(one).warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"matroska, mkv", "mpegts, ts", "mpeg, mpg", "avi, avi"})
  void length_recordingsJoinedInOtherFormats_isThatOfBoth(String format, String ending)
      throws IOException {
    Path clip =
        NumberedClips.make(
            folder.resolve("one." + ending),
            format,
            recorder -> recorder.setVideoCodec(avcodec.AV_CODEC_ID_MPEG4));
    Path joined = MadeClips.join(folder.resolve("joined." + ending), clip, clip);

    for (SamplingSettings settings : List.of(EACH_SECOND, BY_KEY_FRAMES)) {
      SampledFrames sampled = SampledFrames.of(joined, settings);
      assertThat(sampled.length()).isBetween(Duration.ofMillis(23_500), Duration.ofMillis(24_500));
      assertThat(sampled.frames()).hasSizeGreaterThanOrEqualTo(12);
    }
  }

  private SampledFrames sampled(
      String name, String filter, String format, SamplingSettings settings) throws IOException {
    Path clip =
        name.equals(FLAT)
            ? NumberedClips.make(folder.resolve(FLAT), "mp4", recorder -> {})
            : NumberedClips.copy(name, folder);
    String filters = format.equals("mpegts") ? filter + ",h264_mp4toannexb" : filter;
    Path wrong =
        new Remux().add(clip, filters, s -> {}).to(folder.resolve("x." + format), format, "");
    Files.delete(clip);
    return SampledFrames.of(wrong, settings);
  }

  private Path piped(int codec) throws IOException {
    Path file = folder.resolve("piped" + codec + ".avi");
    try (OutputStream out = new FilterOutputStream(new FileOutputStream(file.toFile()));
        FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(out, 64, 48);
        Frame frame = new Frame(64, 48, Frame.DEPTH_UBYTE, 3)) {
      recorder.setFormat("avi");
      recorder.setVideoCodec(codec);
      recorder.setFrameRate(10);
      recorder.setPixelFormat(
          codec == avcodec.AV_CODEC_ID_MJPEG
              ? avutil.AV_PIX_FMT_YUVJ420P
              : avutil.AV_PIX_FMT_YUV420P);
      recorder.start();
      for (int i = 0; i < 40; i++) {
        recorder.record(frame, avutil.AV_PIX_FMT_BGR24);
      }
    }
    return file;
  }
}
