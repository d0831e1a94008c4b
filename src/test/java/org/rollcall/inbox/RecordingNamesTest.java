package org.rollcall.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingNamesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 16);
  private static final LocalTime NINE = LocalTime.of(9, 0);

  private final RecordingNames names = new RecordingNames(InboxSettings.DEFAULT);

  @ParameterizedTest
  @CsvSource({
    "7A/2026-11-16_0900.mp4, , ",
    "7A/2026-11-16_0900, , ",
    "7A_2026-11-16_0900.mp4, , ",
    "7A/2026-11-16_0900_cam2.mp4, cam2, ",
    "7A_2026-11-16_0900_back of_the room.mkv, back of_the room, ",
    "7A/2026-11-16_0900_part3.mp4, , 3",
    "7A/2026-11-16_0900_p12.mp4, , 12",
    "7A/2026-11-16_0900_P0.mp4, , 0",
    "7A_2026-11-16_0900_cam2_Part2.mp4, cam2, 2",
    "7A/2026-11-16_0900_p2_cam2.mp4, p2_cam2, ",
    "7A/2026-11-16_0900_p.mp4, p, ",
    "7A/2026-11-16_0900_p12345.mp4, p12345, ",
    "7A/2026-11-16_0900_2.mp4, 2, ",
  })
  void ofPath_classFolderOrFlat_tellsLessonCameraAndPart(String path, String camera, Integer part) {
    RecordingName name = names.ofPath(path);

    assertThat(name.className()).contains("7A");
    assertThat(name.start()).contains(DAY.atTime(NINE));
    assertThat(name.camera()).isEqualTo(Optional.ofNullable(camera));
    assertThat(name.part()).isEqualTo(part == null ? OptionalInt.empty() : OptionalInt.of(part));
  }

  @ParameterizedTest
  @CsvSource({
    "room 12/20261116_0900.mp4, , ",
    "room 12/20261116090000.mp4, , ",
    "room 12/20261116_0900_front_p2.mp4, front, 2",
    "room 12/ch01_20261116_0900.mp4, ch01, ",
    "room 12/NVR-cam-20261116-0900_2.mp4, NVR-cam, ",
    "room 12/ch01_20261116_0900_main_p2.mp4, ch01, 2",
  })
  void ofPath_nameOfRecorder_tellsRoomCameraAndPart(String path, String camera, Integer part) {
    RecordingName name = names.ofPath(path);

    assertThat(name.className()).isEmpty();
    assertThat(name.room()).contains("room 12");
    assertThat(name.start()).contains(DAY.atTime(NINE));
    assertThat(name.camera()).isEqualTo(Optional.ofNullable(camera));
    assertThat(name.part()).isEqualTo(part == null ? OptionalInt.empty() : OptionalInt.of(part));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7A/2026-11-16_090030.mp4",
        "7A_2026-11-16_090030_cam2.mp4",
        "room 12/20261116_090030.mp4",
        "room 12/ch01_20261116-090030.mp4",
        "7A/back/20261116090030.mp4",
      })
  void ofPath_timeWithSeconds_keepsThem(String path) {
    assertThat(names.ofPath(path).start()).contains(DAY.atTime(9, 0, 30));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7A/holiday.mp4",
        "7A/a/b/clip 7.mp4",
        "7A/=cmd|..mp4",
        "7A/two\nlines.mp4",
        "7A/a\nb/clip.mp4",
      })
  void ofPath_nameSaysNothing_tellsThePlaceAlone(String path) {
    assertThat(names.ofPath(path))
        .isEqualTo(
            new RecordingName(
                Optional.empty(),
                Optional.empty(),
                Optional.of("7A"),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7A/a/2026-11-16_0900.mp4", "7A/a/b/ch1_20261116_0900_cam_p1.mp4"})
  void ofPath_dayAndTimeInASubfolder_areTold(String path) {
    assertThat(names.ofPath(path).place()).contains("7A");
    assertThat(names.ofPath(path).start()).contains(DAY.atTime(NINE));
  }

  @Test
  void ofPath_ownPatternWithSeconds_keepsThem() {
    InboxSettings own =
        new InboxSettings(
            List.of(Pattern.compile("(?<date>[\\d-]+)T(?<time>[\\d-]+)_(?<class>.+)")),
            List.of("mp4"),
            ReadinessSettings.DEFAULT,
            RetentionSettings.DEFAULT);

    assertThat(new RecordingNames(own).ofPath("2026-11-16T09-00-30_7A.mp4"))
        .isEqualTo(ofClass("7A", LocalTime.of(9, 0, 30)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"holiday.mp4", "2026-11-16_0900.mp4", "=cmd|..mp4", ".mp4"})
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
        .satisfies(e -> assertThat(e.reason()).startsWith("name gives an impossible lesson"));
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
        .isThrownBy(() -> names.ofFile(Path.of("/holiday.mp4")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/2026-11-16_0900.mp4", "/8B/2026-11-16_0900.mp4", "/8B_2026-11-16_0900.mp4"})
  void ofFile_classGiven_winsOverTheName(String path) {
    assertThat(names.ofFile(Path.of(path), "7A").className()).contains("7A");
    assertThat(names.ofFile(Path.of(path), "7A").start()).contains(DAY.atTime(NINE));
  }

  @Test
  void ofFile_classGivenButNoDay_leavesThemToTheFile() {
    RecordingName name = names.ofFile(Path.of("/mnt/holiday.mp4"), "7A");

    assertThat(name.className()).contains("7A");
    assertThat(name.start()).isEmpty();
  }

  @Test
  void ofFile_classGivenAndImpossibleDay_throws() {
    assertThatExceptionOfType(UnclearName.class)
        .isThrownBy(() -> names.ofFile(Path.of("/mnt/2026-02-30_0900.mp4"), "7A"));
  }

  @Test
  void recordingName_neitherClassNorRoomNorPlace_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new RecordingName(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(DAY.atTime(NINE)),
                    Optional.empty(),
                    OptionalInt.empty()))
        .withMessageContaining("class, room or place");
  }

  private static RecordingName ofClass(String className, LocalTime time) {
    return new RecordingName(
        Optional.of(className),
        Optional.empty(),
        Optional.empty(),
        Optional.of(DAY.atTime(time)),
        Optional.empty(),
        OptionalInt.empty());
  }
}
