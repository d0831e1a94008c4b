package org.rollcall.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingFileTest {
  @TempDir Path folder;

  @Test
  void requireContent_oneByte_isAccepted() throws IOException {
    Path file = Files.writeString(folder.resolve("lesson.mp4"), "x");

    assertThatCode(() -> RecordingFile.requireContent(file)).doesNotThrowAnyException();
  }

  @Test
  void requireContent_emptyFile_isRefused() throws IOException {
    Path file = Files.createFile(folder.resolve("lesson.mp4"));

    assertThatThrownBy(() -> RecordingFile.requireContent(file))
        .isInstanceOf(UndecodableRecording.class)
        .hasMessage("Cannot read %s: the file is empty. Copy or export it again.", file);
  }

  @Test
  void requireReasonableSize_atTheLimit_isAccepted() {
    assertThatCode(() -> RecordingFile.requireReasonableSize(folder, 8192, 8192))
        .doesNotThrowAnyException();
  }

  @Test
  void requireReasonableSize_aboveTheLimit_namesBoth() {
    assertThatThrownBy(() -> RecordingFile.requireReasonableSize(folder, 8193, 8192))
        .isInstanceOf(UndecodableRecording.class)
        .hasMessageContaining("8193 × 8192 pixels, at most 67 megapixels");
  }

  @ParameterizedTest
  @CsvSource({
    "#EXTM3U, it is a list of other files",
    "ffconcat version 1.0, it is a list of other files",
    "v=0, it is a list of other files",
    "0000ftypisom, its index is missing or damaged",
    "0000moov, it is not a recording in a known format",
    "x, it is not a recording in a known format"
  })
  void notOpened_headOfTheFile_tellsTheReason(String content, String reason) throws IOException {
    Path file = Files.writeString(folder.resolve("lesson.mp4"), content);

    assertThat(RecordingFile.notOpened(file)).hasMessageContaining(reason);
  }
}
