package org.rollcall.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_DEFAULT;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_STILL_IMAGE;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_TIMED_THUMBNAILS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.model.picture.Picture;
import org.rollcall.testing.UsesNatives;
import org.rollcall.video.streams.FrameCounts;
import org.rollcall.video.streams.StreamChoice;

/** Which of the streams of a file is the recording, and what is said of the others. */
@UsesNatives
class StreamChoiceTest {
  private static final int NONE = 0;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"mp4, mp4", "mov, mov", "matroska, mkv", "mpegts, ts"})
  void open_smallDefaultStream_isPassedOver(String format, String ending) throws IOException {
    Path clip =
        new Remux()
            .add(film(64, 20), "null", s -> s.disposition(AV_DISPOSITION_DEFAULT))
            .add(film(128, 20), "null", s -> s.disposition(NONE))
            .to(folder.resolve("two." + ending), format, "");

    SampledFrames sampled = SampledFrames.of(clip);

    assertThat(sampled.first().width()).isEqualTo(128);
    assertThat(sampled.warnings())
        .containsExactly(
            "It has 2 video streams. Only one of them (128 × 96) is used, not 64 × 48.");
    assertThat(RecordingFormat.of(clip).width()).isEqualTo(128);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        AV_DISPOSITION_ATTACHED_PIC,
        AV_DISPOSITION_STILL_IMAGE,
        AV_DISPOSITION_TIMED_THUMBNAILS
      })
  void of_pictureByItsDisposition_isNoFilm(int disposition) throws IOException {
    Path clip =
        new Remux().add(film(128, 20)).add(film(64, 20)).to(folder.resolve("two.mp4"), "mp4", "");

    try (Container container = Container.open(clip)) {
      container.context().streams(0).disposition(disposition);
      StreamChoice choice = StreamChoice.of(container.context(), FrameCounts.UNKNOWN);

      assertThat(choice.films()).containsExactly(1);
      assertThat(choice.foreign()).isEmpty();
    }
  }

  @Test
  void open_largeCover_isPassedOverWithoutAWord() throws IOException {
    Path clip =
        new Remux()
            .add(film(64, 20))
            .add(picture(256), "null", s -> s.disposition(AV_DISPOSITION_ATTACHED_PIC))
            .to(folder.resolve("cover.mp4"), "mp4", "");

    SampledFrames sampled = SampledFrames.of(clip);

    assertThat(sampled.first().width()).isEqualTo(64);
    assertThat(sampled.warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"mp4, mp4", "matroska, mkv", "mpegts, ts"})
  void open_largeStreamOfOneFrame_isPassedOver(String format, String ending) throws IOException {
    Path clip =
        new Remux()
            .add(film(128, 1))
            .add(film(64, 20))
            .to(folder.resolve("still." + ending), format, "");

    assertThat(SampledFrames.of(clip).first().width()).isEqualTo(64);
  }

  @Test
  void open_largeStreamOfFewSlides_isPassedOver() throws IOException {
    Path clip =
        new Remux()
            .add(film(128, 3), "setts=ts=TS*30", s -> {})
            .add(film(64, 100))
            .to(folder.resolve("slides.mkv"), "matroska", "");

    assertThat(SampledFrames.of(clip).first().width()).isEqualTo(64);
  }

  @Test
  void open_streamsOfOneSize_takesTheDefaultOne() throws IOException {
    Path dark = film("dark", MadeClips.plain(64, 48, 20, 20, 20), 20);
    Path bright = film("bright", MadeClips.plain(64, 48, 220, 220, 220), 20);
    Path clip =
        new Remux()
            .add(dark, "null", s -> s.disposition(NONE))
            .add(bright, "null", s -> s.disposition(AV_DISPOSITION_DEFAULT))
            .to(folder.resolve("equal.mkv"), "matroska", "");

    assertThat(MadeClips.brightness(SampledFrames.of(clip).first(), 9, 9)).isGreaterThan(180);
  }

  @Test
  void open_streamsOfOneSize_takesTheOneOfMoreFrames() throws IOException {
    Path dark = film("dark", MadeClips.plain(64, 48, 20, 20, 20), 10);
    Path bright = film("bright", MadeClips.plain(64, 48, 220, 220, 220), 20);
    Path clip =
        new Remux()
            .add(dark, "null", s -> s.codecpar().bit_rate(0))
            .add(bright, "null", s -> s.codecpar().bit_rate(0))
            .to(folder.resolve("equal.mp4"), "mp4", "");

    assertThat(SampledFrames.of(clip).length().toMillis()).isEqualTo(2000);
  }

  /** Without its key frames, or with every packet spoilt. */
  @ParameterizedTest
  @ValueSource(strings = {"filter_units=remove_types=5", "noise=amount=5"})
  void open_largestIsDamaged_fallsBackToTheNext(String damage) throws IOException {
    Path clip =
        new Remux()
            .add(film(128, 20), damage, s -> {})
            .add(film(64, 20))
            .to(folder.resolve("damaged.mp4"), "mp4", "");

    SampledFrames sampled = SampledFrames.of(clip);

    assertThat(sampled.first().width()).isEqualTo(64);
    assertThat(sampled.warnings())
        .containsExactly(
            "Its largest video stream (128 × 96) is damaged, so a smaller one (64 × 48) is used.");
  }

  @Test
  void open_allAreDamaged_isRefused() throws IOException {
    Path clip =
        new Remux()
            .add(film(128, 20), "filter_units=remove_types=1-5", s -> {})
            .add(film(64, 20), "filter_units=remove_types=1-5", s -> {})
            .to(folder.resolve("damaged.mp4"), "mp4", "");

    assertThatThrownBy(() -> SampledFrames.of(clip)).isInstanceOf(UndecodableRecording.class);
  }

  @Test
  void warnings_largerStreamWithoutADecoder_areSaid() throws IOException {
    Path foreign = folder.resolve("foreign.avi");
    MadeClips.record(
        foreign,
        Collections.nCopies(20, MadeClips.markedTopLeft(128, 96)),
        recorder -> {
          recorder.setFormat("avi");
          recorder.setVideoCodec(avcodec.AV_CODEC_ID_CINEPAK);
          recorder.setPixelFormat(avutil.AV_PIX_FMT_RGB24);
        });
    Path clip = new Remux().add(foreign).add(film(64, 20)).to(folder.resolve("two.mov"), "mov", "");

    SampledFrames sampled = SampledFrames.of(clip);

    assertThat(sampled.first().width()).isEqualTo(64);
    assertThat(sampled.warnings())
        .containsExactly(
            "It also has video in a format that cannot be decoded (cinepak), which is not used.");
  }

  private Path film(int width, int frames) throws IOException {
    int height = width * 3 / 4;
    return film("film" + width, MadeClips.markedTopLeft(width, height), frames);
  }

  private Path film(String name, Picture picture, int frames) throws IOException {
    return MadeClips.record(
        folder.resolve(name + frames + ".mp4"),
        Collections.nCopies(frames, picture),
        recorder -> recorder.setFormat("mp4"));
  }

  private Path picture(int width) throws IOException {
    Path file = folder.resolve("cover.jpg");
    Picture picture = MadeClips.markedTopLeft(width, width);
    return Files.write(file, Photos.encode(picture, width, 90).bytes());
  }
}
