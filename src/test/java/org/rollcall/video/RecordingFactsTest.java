package org.rollcall.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.testing.UsesNatives;

@UsesNatives
class RecordingFactsTest {
  private static final Instant MADE = Instant.parse("2026-11-17T09:15:00Z");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"mp4, mp4", "mov, mov", "matroska, mkv", "avi, avi"})
  void length_container_isWhatItDeclares(String format, String ending) throws IOException {
    Path clip = MadeClips.odd(folder.resolve("lesson." + ending), format, recorder -> {});

    assertThat(RecordingFacts.of(clip).length()).contains(Duration.ofSeconds(2));
    assertThat(RecordingFacts.of(clip).video()).isTrue();
  }

  /** FFmpeg itself shortens the length to what is left. */
  @Test
  void length_aviCutOff_isWhatItsHeaderCounts() throws IOException {
    Path clip =
        MadeClips.record(
            folder.resolve("whole.avi"),
            Collections.nCopies(100, MadeClips.plain(64, 48, 90, 90, 90)),
            recorder -> {
              recorder.setVideoCodec(avcodec.AV_CODEC_ID_MJPEG);
              recorder.setPixelFormat(avutil.AV_PIX_FMT_YUVJ420P);
            });
    byte[] bytes = Files.readAllBytes(clip);
    Path half = folder.resolve("half.avi");
    Files.write(half, Arrays.copyOf(bytes, bytes.length / 2));

    assertThat(RecordingFacts.of(half).length()).contains(Duration.ofSeconds(10));
    assertThat(SampledFrames.of(half).warnings())
        .singleElement()
        .asString()
        .startsWith("The recording says 00:10, but only 00:0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"raw.h264", "raw.h265"})
  void length_rawStream_isNotGuessed(String name) throws IOException {
    assertThat(RecordingFacts.of(NumberedClips.copy(name, folder)).length()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"mp4, mp4", "mov, mov", "matroska, mkv"})
  void created_inMetadata_isRead(String format, String ending) throws IOException {
    Path clip =
        MadeClips.odd(
            folder.resolve("lesson." + ending),
            format,
            recorder -> recorder.setMetadata("creation_time", MADE.toString()));

    assertThat(RecordingFacts.of(clip).created()).contains(MADE);
  }

  @Test
  void created_alsoWithZone_isTheOneWithZone() throws IOException {
    Path clip =
        MadeClips.odd(
            folder.resolve("phone.mov"),
            "mov",
            recorder -> {
              recorder.setOption("movflags", "use_metadata_tags");
              recorder.setMetadata("creation_time", "2026-11-17T10:15:00Z");
              recorder.setMetadata("com.apple.quicktime.creationdate", "2026-11-17T10:15:00+0100");
            });

    assertThat(RecordingFacts.of(clip).created()).contains(MADE);
  }

  @Test
  void created_notInMetadata_isEmpty() throws IOException {
    Path clip = MadeClips.odd(folder.resolve("lesson.avi"), "avi", recorder -> {});

    assertThat(RecordingFacts.of(clip).created()).isEmpty();
  }

  @Test
  void created_recorderWithoutClock_isEmpty() throws IOException {
    Path clip =
        MadeClips.odd(
            folder.resolve("lesson.mp4"),
            "mp4",
            recorder -> recorder.setMetadata("creation_time", "1970-01-01T00:00:07Z"));

    assertThat(RecordingFacts.of(clip).created()).isEmpty();
  }

  @Test
  void video_soundOnly_isFalse() throws IOException {
    assertThat(RecordingFacts.of(MadeClips.sound(folder.resolve("sound.mp4"))).video()).isFalse();
  }

  @Test
  void of_text_saysThatTheFormatIsUnknown() throws IOException {
    Path file = Files.writeString(folder.resolve("text.mp4"), "This is no recording. ".repeat(200));

    assertThatThrownBy(() -> RecordingFacts.of(file))
        .isInstanceOf(UndecodableRecording.class)
        .hasMessageContaining("not a recording in a known format");
  }

  @Test
  void of_cutOffBeforeIndex_saysThatTheIndexIsMissing() throws IOException {
    Path clip = MadeClips.odd(folder.resolve("cut.mp4"), "mp4", recorder -> {});
    byte[] bytes = Files.readAllBytes(clip);
    Files.write(clip, Arrays.copyOf(bytes, bytes.length / 2));

    assertThatThrownBy(() -> RecordingFacts.of(clip))
        .isInstanceOf(UndecodableRecording.class)
        .hasMessageContaining("its index is missing or damaged");
  }

  @Test
  void of_missingFile_saysSo() {
    assertThatThrownBy(() -> RecordingFacts.of(folder.resolve("missing.mp4")))
        .isInstanceOf(UndecodableRecording.class)
        .hasMessageContaining("no such file");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void of_fileThatCannotBeReadNow_isATemporaryFailure() {
    assertThatThrownBy(() -> RecordingFacts.of(Path.of("/proc/self/mem")))
        .isInstanceOf(TemporaryFailure.class);
  }
}
