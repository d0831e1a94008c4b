package org.rollcall.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingNamesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 16);
  private static final LocalTime NINE = LocalTime.of(9, 0);

  private final RecordingNames names = new RecordingNames(InboxSettings.DEFAULT);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7A/2026-11-16_0900.mp4",
        "7A/2026-11-16_0900_cam2.mp4",
        "7A_2026-11-16_0900.mp4",
        "7A_2026-11-16_0900_back of the room.mkv",
        "7A/2026-11-16_0900",
      })
  void ofPath_classFolderOrFlat_tellsTheLesson(String path) {
    assertThat(names.ofPath(path)).isEqualTo(ofClass("7A", NINE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "room 12/20261116_0900.mp4",
        "room 12/20261116090000.mp4",
        "room 12/ch01_20261116_0900.mp4",
        "room 12/NVR-cam-20261116-0900_2.mp4",
      })
  void ofPath_nameOfRecorder_tellsTheRoom(String path) {
    assertThat(names.ofPath(path))
        .isEqualTo(new RecordingName(Optional.empty(), Optional.of("room 12"), DAY, NINE));
  }

  @Test
  void ofPath_ownPatternWithSeconds_keepsThem() {
    InboxSettings own =
        new InboxSettings(
            List.of(Pattern.compile("(?<date>[\\d-]+)T(?<time>[\\d-]+)_(?<class>.+)")),
            List.of("mp4"),
            Duration.ZERO);

    assertThat(new RecordingNames(own).ofPath("2026-11-16T09-00-30_7A.mp4"))
        .isEqualTo(ofClass("7A", LocalTime.of(9, 0, 30)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"holiday.mp4", "2026-11-16_0900.mp4", "a/b/2026-11-16_0900.mp4", ".mp4"})
  void ofPath_noPatternFits_saysWhatIsExpected(String path) {
    assertThatExceptionOfType(UnclearName.class)
        .isThrownBy(() -> names.ofPath(path))
        .withMessageContaining(path)
        .withMessageContaining("7A/2026-11-16_0900.mp4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7A/2026-02-30_0900.mp4",
        "7A/2026-13-01_0900.mp4",
        "7A/2026-11-16_2400.mp4",
        "7A/2026-11-16_0960.mp4",
        "7A (1)/2026-11-16_0900.mp4",
      })
  void ofPath_impossibleLesson_saysWhatWasFound(String path) {
    assertThatExceptionOfType(UnclearName.class)
        .isThrownBy(() -> names.ofPath(path))
        .satisfies(e -> assertThat(e.reason()).startsWith("name tells an impossible lesson"));
  }

  @Test
  void ofFile_farFromTheWatchedFolder_takesFolderAndName() {
    assertThat(names.ofFile(Path.of("/mnt/usb/7A/2026-11-16_0900.mp4")))
        .isEqualTo(ofClass("7A", NINE));
  }

  @Test
  void ofFile_folderSaysNothing_takesTheNameAlone() {
    assertThat(names.ofFile(Path.of("/mnt/new footage/7A_2026-11-16_0900.mp4")))
        .isEqualTo(ofClass("7A", NINE));
  }

  @Test
  void ofFile_nothingFits_throws() {
    assertThatExceptionOfType(UnclearName.class)
        .isThrownBy(() -> names.ofFile(Path.of("/mnt/holiday.mp4")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/2026-11-16_0900.mp4", "/8B/2026-11-16_0900.mp4", "/8B_2026-11-16_0900.mp4"})
  void ofFile_classGiven_winsOverTheName(String path) {
    assertThat(names.ofFile(Path.of(path), "7A").className()).contains("7A");
    assertThat(names.ofFile(Path.of(path), "7A").date()).isEqualTo(DAY);
  }

  @Test
  void ofFile_classGivenButNoDay_throws() {
    assertThatExceptionOfType(UnclearName.class)
        .isThrownBy(() -> names.ofFile(Path.of("/mnt/holiday.mp4"), "7A"));
  }

  @Test
  void recordingName_neitherClassNorRoom_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RecordingName(Optional.empty(), Optional.empty(), DAY, NINE))
        .withMessageContaining("class or room");
  }

  private static RecordingName ofClass(String className, LocalTime time) {
    return new RecordingName(Optional.of(className), Optional.empty(), DAY, time);
  }
}
