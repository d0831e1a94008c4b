package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.cli.School.Answer;
import org.rollcall.testing.FilmedLesson;
import org.rollcall.testing.UsesNatives;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@UsesNatives
class BenchCommandTest {
  private static final String RECORDING = "footage/7A/2026-11-16_0900.mp4";

  @TempDir Path folder;
  private School school;
  private Path temporary;

  @BeforeEach
  void enrol() throws IOException {
    school = new School(folder.resolve("school"));
    temporary = Files.createDirectory(folder.resolve("temporary"));
    FilmedLesson.enrol(school.home().root(), "7A");
    FilmedLesson.record(school.home().root().resolve(RECORDING));
  }

  @Test
  void bench_ownRecording_tellsTheFiguresAndLeavesTheHomeAsItWas() throws IOException {
    List<Path> before = content(school.home().root());
    Path json = folder.resolve("bench.json");

    Answer answer =
        bench(
            "--class",
            "7A",
            "--length",
            "20s",
            "--repeat",
            "2",
            "--dense",
            "--json",
            json.toString(),
            RECORDING);

    assertThat(answer.exitCode()).as(answer.err()).isZero();
    assertThat(answer.out())
        .containsPattern("machine +\\d+ processors? \\(.+\\), Java ")
        .containsPattern("model packs +compact detects faces, compact recognises them")
        .containsPattern("recording +0:2\\d of 960 x 540 pixels, 5 frames a second, h264, ")
        .containsPattern("made from +2026-11-16_0900\\.mp4")
        .containsPattern("decode +\\d+\\.\\d +\\d+ samples")
        .containsPattern("detect +\\d+\\.\\d +\\d+ faces")
        .containsPattern("embed +\\d+\\.\\d +\\d+ crops")
        .containsPattern("real-time factor +\\d+\\.\\d")
        .containsPattern("full decode +\\d+\\.\\d s for \\d+ frames by 2 threads")
        .containsPattern("whole / decode +\\d+\\.\\d\\d")
        .containsPattern("peak memory +\\d+\\.\\d\\d GiB ")
        .containsPattern("(?m)^  2 +\\d+\\.\\d +\\d+\\.\\d\\d GiB")
        .containsPattern("peak memory changed by [+-]\\d+\\.\\d %\\.")
        .containsPattern("first seen +at most \\d+\\.\\d s apart");
    assertFiguresAreIn(json);
    assertThat(content(school.home().root())).isEqualTo(before);
    assertThat(temporary).isEmptyDirectory();
  }

  private static void assertFiguresAreIn(Path json) {
    JsonNode figures = JsonMapper.shared().readTree(json.toFile());
    assertThat(figures.get("runs")).hasSize(2);
    assertThat(figures.get("runs").get(0).get("stages").get("detect").asDouble()).isPositive();
    assertThat(figures.get("runs").get(0).get("amounts").get("faces").asInt()).isPositive();
    assertThat(figures.get("recording").get("seconds").asDouble()).isBetween(20.0, 22.0);
    assertThat(figures.get("ratioToDecode").asDouble()).isPositive();
    assertThat(figures.get("dense").get("students").asInt()).isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--length 0s | --length must be 10 s to 12 h, got 0 s.",
        "--length long | expected a time such as 500ms, 30s, 10m or 2h, found 'long'",
        "--repeat 0 | --repeat must be 1 to 100, got 0.",
        "--class 7A | --class needs a recording of your own. Name that as well.",
        "--json no/bench.json | There is no folder",
        "footage/none.mp4 --class 7A | There is no file footage/none.mp4",
        "footage/7A/2026-11-16_0900.mp4 | Name its class with --class. Known classes: 7A."
      })
  void bench_wrongOptions_areWrongUsage(String options, String message) {
    Answer answer = bench(options.split(" ", -1));

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err()).contains(message, "See 'rollcall bench --help'.");
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void bench_folderMissing_isWrongUsage() {
    Answer answer = school.types("bench", "--folder", folder.resolve("none").toString());

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err()).contains("There is no folder", "none for --folder.");
  }

  @Test
  void bench_unknownClass_namesTheKnownOnes() {
    Answer answer = bench("--class", "7B", RECORDING);

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err()).contains("There is no class '7B'. Known classes: 7A");
  }

  @Test
  void bench_textInPlaceOfARecording_fails() {
    school.write("footage/7A/notes.mp4", "Bring chalk. ".repeat(50));

    Answer answer = bench("--class", "7A", "footage/7A/notes.mp4");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.err()).contains("notes.mp4: it is not a recording in a known format");
    assertThat(temporary).isEmptyDirectory();
  }

  private Answer bench(String... options) {
    List<String> words = new ArrayList<>(List.of("bench", "--folder", temporary.toString()));
    words.addAll(List.of(options));
    return school.types(words.toArray(String[]::new));
  }

  /** {@return all files of a folder, but for the log} */
  private static List<Path> content(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> !file.startsWith(folder.resolve("output"))).sorted().toList();
    }
  }
}
