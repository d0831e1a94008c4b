package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.cli.School.Answer;
import org.rollcall.testing.UsesNatives;

class DemoCommandTest {
  private static final List<String> SMALL =
      List.of("--students", "6", "--length", "16s", "--size", "960x540");
  private static final String SHEET = "attendance/Demo/Demo_2026-11-16_0900.xlsx";
  private static final String RECORDING = "footage/Demo/2026-11-16_0900.mp4";

  @TempDir Path folder;

  @Test
  @UsesNatives
  void demo_newFolder_endsWithASheetThatIsRight() {
    Answer answer = demo(folder.resolve("new"), SMALL);

    assertThat(answer.err()).doesNotContain("Unexpected", "Cannot");
    assertThat(answer.exitCode()).as(answer.out()).isZero();
    assertThat(answer.out())
        .contains("Nobody in it exists.", "24 of 24 photos accepted", RECORDING + ": done in ")
        .containsPattern("students who came +5 +\\d found, \\d in Review, 0 missed")
        .containsPattern("of these late +1 ")
        .containsPattern(
            "students who did not come +1 +\\d absent, \\d in Review, 0 marked present")
        .containsPattern("strangers +3 +")
        .containsPattern("The sheet is right\\b")
        .contains("To look at:", SHEET, "preview.jpg", "truth.json");
    assertThat(folder.resolve("new").resolve(SHEET)).isNotEmptyFile();

    assertSecondRunKeepsTheFilm();
    assertOtherOptionsAreRefused();
  }

  @Test
  @UsesNatives
  void demo_asInTheReadme_isRightAboutEverybody() {
    Answer answer = demo(folder.resolve("readme"), List.of());

    assertThat(answer.exitCode()).as(answer.out()).isZero();
    assertThat(answer.out())
        .containsPattern("students who came +18 +18 found, 0 in Review, 0 missed")
        .containsPattern("students who did not come +6 +6 absent, 0 in Review, 0 marked present")
        .containsPattern("strangers +3 +3 unknown faces")
        .contains("The sheet is right about every student.");
  }

  private void assertSecondRunKeepsTheFilm() {
    FileTime filmed = modified(folder.resolve("new").resolve(RECORDING));

    Answer again = demo(folder.resolve("new"), SMALL);

    assertThat(again.exitCode()).as(again.out()).isZero();
    assertThat(again.out())
        .contains(RECORDING + " has already been filmed.")
        .contains("Nothing has changed since the last enrolment.", "The sheet is right");
    assertThat(modified(folder.resolve("new").resolve(RECORDING))).isEqualTo(filmed);
  }

  private void assertOtherOptionsAreRefused() {
    Answer other = demo(folder.resolve("new"), List.of("--students", "5"));

    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.err())
        .contains("contains a demo with other options: found --students 6 --length 16s --seed 1")
        .contains("expected --students 5 --length 1m", "--home");
  }

  @Test
  void demo_foreignHome_isRefusedAndStaysAsItWas() {
    School school = new School(folder);

    Answer answer = school.types("demo");

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err())
        .contains(folder + " was not made by a demo: found 'config' there")
        .contains("expected an empty folder or none. Name another folder with --home.");
    assertThat(content(folder)).containsExactlyInAnyOrder("config", "footage");
  }

  @Test
  void demo_homeIsAFile_isRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "Bring chalk.");

    Answer answer = demo(file, SMALL);

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err()).contains("notes.txt cannot hold a demo", "--home");
    assertThat(file).hasContent("Bring chalk.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--students 3 | --students must be 4 to 28, got 3.",
        "--students 29 | --students must be 4 to 28, got 29.",
        "--length 15s | --length must be 16 s to 60 min, got 15 s.",
        "--length 61m | --length must be 16 s to 60 min, got 3660 s.",
        "--length 90 | expected a time such as 500ms, 30s, 10m or 2h, found '90'",
        "--size 4k | expected 1080p, 720p or a size such as 960x540, found '4k'",
        "--size 639x360 | --size must be 640x360 to 3840x2160, got 639x360.",
        "--size 961x540 | --size must be even numbers, got 961x540.",
        "--size 640x360 --students 24 | 21 people do not fit into a picture of 640 x 360 pixels.",
        "--seed one | 'one' is not a long"
      })
  void demo_wrongOptions_areWrongUsageAndNothingIsMade(String options, String message) {
    Path home = folder.resolve("new");

    Answer answer = demo(home, List.of(options.split(" ", -1)));

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err()).contains(message, "See 'rollcall demo --help'.");
    assertThat(home).doesNotExist();
  }

  private Answer demo(Path home, List<String> options) {
    List<String> words = new ArrayList<>(List.of("demo", "--home", home.toString()));
    words.addAll(options);
    return new School(folder.resolve("school")).typesOnly(words.toArray(String[]::new));
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> content(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
