package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.cli.School.Answer;
import org.rollcall.evaluation.Truth;
import org.rollcall.evaluation.TruthFile;
import org.rollcall.testing.FilmedLesson;
import org.rollcall.testing.UsesNatives;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@UsesNatives
class EvaluateCommandTest {
  @TempDir Path folder;

  @Test
  void evaluate_footageOfTheSchool_comparesWithTheTruthAndChangesNothing() throws IOException {
    School school = new School(folder.resolve("school"));
    label(school);
    List<Path> before = files(folder.resolve("school"));

    Answer answer = school.types("evaluate", folder.resolve("school/footage/7A").toString());

    assertThat(answer.exitCode()).as(answer.err()).isZero();
    assertThat(answer.out())
        .contains("1 test set with compact and compact")
        .contains("7A 2026-11-16_0900. Recording. Students present: 6; absent: 2; strangers: 1.")
        .containsPattern("template +6 +\\d +\\d +0 ")
        .containsPattern("First seen: median error .* of \\d within 15 s")
        .contains("WIDTH OF THE FACE", "LIGHT", "FRAMES WITH THE FACE");
    JsonNode json = json(school);
    JsonNode all = json.get("results").get(0).get("all");
    assertThat(all.get("present").asInt()).isEqualTo(6);
    assertThat(all.get("absent").asInt()).isEqualTo(2);
    assertThat(all.get("missed").asInt()).isZero();
    assertThat(all.get("falsePresent").asInt()).isZero();
    assertThat(all.get("falsePresentShare").get("upper95").asDouble()).isBetween(0.5, 0.7);
    assertThat(json.get("results").get(0).get("trials")).hasSize(8);
    assertThat(files(folder.resolve("school")))
        .filteredOn(file -> !file.startsWith(school.home().root().resolve("output")))
        .filteredOn(file -> !file.startsWith(school.home().modelsFolder()))
        .containsExactlyElementsOf(before);
    assertThat(school.home().database()).doesNotExist();
    assertThat(outputs(school))
        .containsExactlyInAnyOrder(
            "confusion-7A-2026-11-16_0900-template.png",
            "confusion-7A-2026-11-16_0900-knn.png",
            "confusion-7A-2026-11-16_0900-svm.png",
            "confusion-7A-2026-11-16_0900-softmax.png",
            "evaluation.json",
            "evaluation.xlsx");
  }

  @Test
  void evaluate_byAColumnOfTheRoster_comparesItsGroups() throws IOException {
    School school = new School(folder.resolve("school"));
    label(school);
    Path roster = school.home().rosterFile("7A");
    List<String> lines = Files.readAllLines(roster);
    Files.writeString(roster, lines.get(0) + ",Region\n");
    for (int i = 1; i < lines.size(); i++) {
      String region = List.of("North", "South", "").get(i % 3);
      Files.writeString(roster, lines.get(i) + "," + region + "\n", StandardOpenOption.APPEND);
    }

    Answer answer =
        school.types("evaluate", folder.resolve("school/footage/7A").toString(), "--by", "region");

    assertThat(answer.exitCode()).as(answer.err()).isZero();
    assertThat(answer.out())
        .containsPattern("REGION, TEMPLATE .*\\RNorth +\\d.*\\RSouth +\\d.*\\R– +\\d")
        .contains("REGION, KNN", "REGION, SVM", "REGION, SOFTMAX");
    for (JsonNode result : json(school).get("results")) {
      JsonNode regions = result.get("breakdowns").get(3);
      assertThat(regions.get("by").asString()).isEqualTo("region");
      assertThat(regions.get("bands"))
          .extracting(band -> band.get("band").asString())
          .containsExactly("North", "South", "–");
      assertThat(regions.get("bands"))
          .extracting(
              band ->
                  band.get("tally").get("present").asInt()
                      + band.get("tally").get("absent").asInt())
          .containsExactly(2, 3, 3);
    }
  }

  @Test
  void evaluate_unknownColumn_isRefusedWithThoseThereAre() throws IOException {
    School school = new School(folder.resolve("school"));
    label(school);

    Answer answer =
        school.types("evaluate", folder.resolve("school/footage/7A").toString(), "--by", "region");

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err())
        .contains("config/classes/7A/roster.csv has no column 'region'. Its columns: id, name");
    assertThat(school.home().evaluations()).doesNotExist();
  }

  @Test
  void evaluate_photos_tellsStudentsFromStrangers() throws IOException {
    School school = new School(folder.resolve("school"));
    FilmedLesson.enrol(folder.resolve("photos"), "7A");
    Path people = folder.resolve("photos/config/classes/7A/students");

    Answer answer =
        school.types("evaluate", people.toString(), "--enrolment-photos", "3", "--students", "5");

    assertThat(answer.exitCode()).as(answer.err()).isZero();
    assertThat(answer.out())
        .contains("5 people enrolled, 5 other photos of them, 12 photos of strangers.");
    JsonNode all = json(school).get("results").get(0).get("all");
    assertThat(all.get("present").asInt()).isEqualTo(5);
    assertThat(all.get("found").asInt()).isGreaterThanOrEqualTo(3);
    assertThat(all.get("absent").asInt()).isEqualTo(12);
    assertThat(all.get("falsePresent").asInt()).isZero();
  }

  @Test
  void evaluate_aFolderOfSomethingElse_isRefused() throws IOException {
    School school = new School(folder.resolve("school"));
    Path other = Files.createDirectory(folder.resolve("other"));

    Answer answer = school.types("evaluate", other.toString());

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.err())
        .contains("Nothing to evaluate in " + other)
        .contains("found neither 'truth.json' beside a recording nor folders '<Name>' with photos");
  }

  @Test
  void evaluate_noFolder_isRefused() {
    Answer answer = new School(folder).types("evaluate", folder.resolve("none").toString());

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.err()).contains("none is not a folder.");
  }

  @ParameterizedTest
  @CsvSource({
    "--students,0,--students must be 1 to 200",
    "--students,201,got 201",
    "--enrolment-photos,21,--enrolment-photos must be 1 to 20",
    "--enrolment-photos,many,is not an int"
  })
  void evaluate_wrongOptions_areWrongUsage(String option, String value, String message) {
    Answer answer = new School(folder).types("evaluate", folder.toString(), option, value);

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err()).contains(message, "See 'rollcall evaluate --help'.");
  }

  private void label(School school) throws IOException {
    Truth truth = FilmedLesson.enrol(school.home().root(), "7A");
    Path recording = FilmedLesson.record(school.home().footage().resolve("7A/2026-11-16_0900.mp4"));
    TruthFile.write(
        new Truth(recording, truth.length(), truth.attendance(), truth.strangers()),
        recording.resolveSibling("truth.json"));
  }

  private static JsonNode json(School school) throws IOException {
    Path file =
        files(school.home().evaluations()).stream()
            .filter(path -> path.endsWith("evaluation.json"))
            .findFirst()
            .orElseThrow();
    return JsonMapper.shared().readTree(file.toFile());
  }

  private static List<String> outputs(School school) throws IOException {
    return files(school.home().evaluations()).stream()
        .map(file -> file.getFileName().toString())
        .toList();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
