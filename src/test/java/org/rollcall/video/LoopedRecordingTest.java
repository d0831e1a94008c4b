package org.rollcall.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avcodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.model.RollcallException;
import org.rollcall.model.picture.VideoFrame;
import org.rollcall.testing.UsesNatives;

@UsesNatives
class LoopedRecordingTest {
  private static final Duration TENTH = Duration.ofMillis(100);

  @TempDir Path folder;

  /** The frames of these clips are numbered from 0 to 119, and there are ten a second. */
  @ParameterizedTest
  @ValueSource(strings = {"closed-groups.mp4", "open-groups.mp4"})
  void write_longerThanTheSource_loopsWithoutABreak(String clip) throws IOException {
    Path looped = loop(NumberedClips.copy(clip, folder), Duration.ofSeconds(30));

    List<VideoFrame> frames = frames(looped);

    assertThat(frames.size()).isBetween(298, 300);
    for (int i = 0; i < frames.size(); i++) {
      assertThat(frames.get(i).at()).isEqualTo(TENTH.multipliedBy(i));
      assertThat(NumberedClips.number(frames.get(i).picture())).isEqualTo(i % 120);
    }
  }

  @Test
  void write_shorterThanTheSource_endsBeforeTheNextKeyFrame() throws IOException {
    Path looped = loop(NumberedClips.copy("closed-groups.mp4", folder), Duration.ofSeconds(5));

    assertThat(frames(looped)).hasSize(60);
  }

  @Test
  void write_anyLength_reportsProgressUpToTheEnd() {
    LoopedRecording looped =
        LoopedRecording.of(MadeClips.steady(folder.resolve("steady.mp4"), 4, 10));
    List<Duration> reported = new ArrayList<>();

    looped.write(folder.resolve("long.mp4"), Duration.ofSeconds(10), reported::add);

    assertThat(reported)
        .containsExactly(Duration.ofSeconds(4), Duration.ofSeconds(8), Duration.ofSeconds(10));
  }

  @Test
  void bytes_ofALength_areAboutTheSizeOfTheFile() throws IOException {
    LoopedRecording looped = LoopedRecording.of(NumberedClips.copy("closed-groups.mp4", folder));
    Path file = folder.resolve("long.mp4");
    looped.write(file, Duration.ofMinutes(2), written -> {});

    assertThat(looped.length()).isEqualTo(Duration.ofSeconds(12));
    assertThat(looped.bytes(Duration.ofMinutes(2))).isBetween(1L, Files.size(file));
    assertThat(FullDecode.of(file, at -> {})).isEqualTo(1200);
  }

  @Test
  void of_notARecording_saysSo() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.mp4"), "Bring chalk. ".repeat(50));

    assertThatThrownBy(() -> LoopedRecording.of(text))
        .isInstanceOf(UndecodableRecording.class)
        .hasMessageContaining("notes.mp4: it is not a recording in a known format");
  }

  @Test
  void of_onePicture_isRefused() throws IOException {
    Path photo = folder.resolve("photo.mp4");
    try (ClipWriter writer = ClipWriter.open(photo, 64, 48, 10)) {
      writer.write(MadeClips.plain(64, 48, 90, 90, 90));
    }

    assertThatThrownBy(() -> LoopedRecording.of(photo))
        .isInstanceOf(UndecodableRecording.class)
        .hasMessageContaining("found 1 frame from the first key frame on, expected 2 or more");
  }

  @Test
  void of_streamWithoutTimestamps_isRefused() throws IOException {
    Path raw = MadeClips.odd(folder.resolve("raw.h264"), "h264", recorder -> {});

    assertThatThrownBy(() -> LoopedRecording.of(raw))
        .isInstanceOf(UndecodableRecording.class)
        .hasMessageContaining("its frames have no timestamps")
        .hasMessageContaining("Export it as MP4");
  }

  @Test
  void write_formatThatMp4DoesNotSupport_isRefused() throws IOException {
    Path clip =
        MadeClips.odd(
            folder.resolve("old.avi"),
            "avi",
            recorder -> recorder.setVideoCodec(avcodec.AV_CODEC_ID_MSMPEG4V3));

    assertThatThrownBy(() -> loop(clip, Duration.ofSeconds(10)))
        .isInstanceOf(UnwritableClip.class)
        .hasMessageContaining("MP4 does not support its video format");
  }

  @Test
  void write_folderMissing_isRefused() {
    Path clip = MadeClips.steady(folder.resolve("steady.mp4"), 1, 10);

    assertThatThrownBy(
            () ->
                LoopedRecording.of(clip)
                    .write(folder.resolve("no/long.mp4"), Duration.ofSeconds(9), written -> {}))
        .isInstanceOf(UnwritableClip.class)
        .hasMessageContaining("the file cannot be created");
  }

  @Test
  void write_interrupted_stops() {
    LoopedRecording looped =
        LoopedRecording.of(MadeClips.steady(folder.resolve("steady.mp4"), 1, 10));

    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(
              () -> looped.write(folder.resolve("l.mp4"), Duration.ofHours(1), written -> {}))
          .isInstanceOf(RollcallException.class)
          .hasMessageContaining("stopped");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void format_ofAClip_isWhatItWasMadeWith() {
    Path clip = MadeClips.steady(folder.resolve("steady.mp4"), 1, 25);

    assertThat(RecordingFormat.of(clip))
        .isEqualTo(new RecordingFormat("h264", MadeClips.WIDTH, MadeClips.HEIGHT, 25));
  }

  private Path loop(Path source, Duration length) {
    Path target = folder.resolve("long.mp4");
    LoopedRecording.of(source).write(target, length, written -> {});
    return target;
  }

  private static List<VideoFrame> frames(Path clip) {
    List<VideoFrame> frames = new ArrayList<>();
    try (FfmpegFrames reader = FfmpegFrames.open(clip, new SamplingSettings(TENTH))) {
      for (Optional<VideoFrame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
        frames.add(frame.get());
      }
      assertThat(reader.warnings()).isEmpty();
    }
    return frames;
  }
}
