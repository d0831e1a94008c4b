package org.rollcall.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.face.pack.PackInstaller;
import org.rollcall.face.pack.PackSource;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Status;
import org.rollcall.model.Verdict;
import org.rollcall.school.Home;
import org.rollcall.testing.HandWork;
import org.rollcall.testing.SharedFolders;
import org.rollcall.testing.UsesPacks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Recordings of real faces with known truth, which are not part of the project: {@code
 * classes/<class>} with roster, photos, one recording and {@code truth.json}; {@code clips}.
 */
@UsesPacks
class RealFootageTest {
  /** How far first and last sighting may be from the truth, in seconds. */
  private static final double TIME_TOLERANCE = 15;

  @TempDir Path root;

  @Test
  void process_brightRoomWithBestPacks_findsAllButOneInSunglassesAndNobodyElse()
      throws IOException {
    List<Row> rows = process("classes/dev-a", "auto");
    assertThat(found(rows))
        .hasSizeGreaterThanOrEqualTo(23)
        .allSatisfy(RealFootageTest::assertTimesAreRight);
    assertThat(rows).filteredOn(Row::present).noneMatch(row -> row.status() == Status.ABSENT);
    assertNobodyAbsentAttends(rows);
  }

  @Test
  void process_brightRoomWithBuiltInPack_findsMostAndNobodyElse() throws IOException {
    List<Row> rows = process("classes/dev-a", "compact");
    assertThat(found(rows)).hasSizeGreaterThanOrEqualTo(22);
    assertNobodyAbsentAttends(rows);
  }

  @Test
  void process_darkRoomWithSmallFaces_findsMostAndLeavesTheRestToReview() throws IOException {
    List<Row> rows = process("classes/dev-b", "auto");
    assertThat(found(rows)).hasSizeGreaterThanOrEqualTo(27);
    assertThat(rows).filteredOn(Row::present).noneMatch(row -> row.status() == Status.ABSENT);
    assertNobodyAbsentAttends(rows);
  }

  @Test
  void process_film_marksWhoIsSeenAndNobodyWhoIsNot() throws IOException {
    Path folder = SharedFolders.data().resolve("clips/hamilton");
    JsonNode truth = truth(folder);
    assertThat(attending(process(folder, recording(folder), "auto")))
        .containsAll(texts(truth.get("must_be_present")))
        .doesNotContainAnyElementsOf(texts(truth.get("must_not_be_present")));
  }

  @Test
  void process_crowdOfStrangers_marksNobodyPresent() throws IOException {
    Path clip = SharedFolders.data().resolve("clips/arcade-1080p.mp4");
    assertThat(attending(process(SharedFolders.data().resolve("classes/dev-a"), clip, "auto")))
        .isEmpty();
  }

  @Test
  void process_peopleFromBehind_marksNobodyPresent() throws IOException {
    Path clip = SharedFolders.data().resolve("clips/corridor-from-behind.mp4");
    assertThat(attending(process(SharedFolders.data().resolve("classes/dev-a"), clip, "auto")))
        .isEmpty();
  }

  private List<Row> process(String folder, String pack) throws IOException {
    Path source = SharedFolders.data().resolve(folder);
    LessonRegister register = process(source, recording(source), pack);
    assertLimitIsStated(register);
    List<Row> rows = new ArrayList<>();
    for (JsonNode student : truth(source).get("students")) {
      String id = student.get("id").asString();
      rows.add(
          new Row(
              student,
              register.rows().stream()
                  .filter(row -> row.verdict().student().id().equals(id))
                  .findFirst()
                  .orElseThrow()));
    }
    return rows;
  }

  private LessonRegister process(Path source, Path recording, String pack) throws IOException {
    Home home = Home.of(root);
    copy(source.resolve("roster.csv"), home.rosterFile("7A"));
    copy(source.resolve("students"), home.studentsFolder("7A"));
    Path footage = home.footage().resolve("7A/2026-11-16_0900.mp4");
    copy(recording, footage);
    Files.writeString(
        home.settingsFile(),
        "detection:%n  pack: %s%nrecognition:%n  pack: %s%n".formatted(pack, pack));
    if (pack.equals("auto")) {
      PackInstaller installer = new PackInstaller(home.modelsFolder());
      installer.install(
          installer.installable(), PackSource.folder(SharedFolders.models()), fetched -> {});
    }
    LessonReport report = HandWork.process(home, footage);
    return report.register().orElseThrow(() -> new AssertionError(report.outcome().toString()));
  }

  /** Faces like those of the cohort give no reason to ask for more. */
  private static void assertLimitIsStated(LessonRegister register) {
    assertThat(register.run().settings().get("recognition.limit"))
        .matches("\\S+ standard deviations above strangers of the same region and age");
  }

  private static void assertNobodyAbsentAttends(List<Row> rows) {
    assertThat(rows)
        .filteredOn(row -> !row.present())
        .isNotEmpty()
        .noneMatch(row -> row.status().attended());
  }

  private static void assertTimesAreRight(Row row) {
    Verdict.Presence presence = row.found().verdict().presence().orElseThrow();
    double first = presence.first().toMillis() / 1000.0;
    double last = presence.last().toMillis() / 1000.0;
    assertThat(Math.abs(first - row.truth().get("first").asDouble())).isLessThan(TIME_TOLERANCE);
    assertThat(Math.abs(last - row.truth().get("last").asDouble())).isLessThan(TIME_TOLERANCE);
  }

  private static List<Row> found(List<Row> rows) {
    return rows.stream().filter(row -> row.present() && row.status().attended()).toList();
  }

  private static List<String> attending(LessonRegister register) {
    return register.rows().stream()
        .filter(row -> row.status().attended())
        .map(row -> row.verdict().student().id())
        .toList();
  }

  private static JsonNode truth(Path folder) {
    return JsonMapper.shared().readTree(folder.resolve("truth.json").toFile());
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(node -> texts.add(node.asString()));
    return texts;
  }

  private static Path recording(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".mp4")).findFirst().orElseThrow();
    }
  }

  private static void copy(Path source, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.toList()) {
        Files.copy(file, target.resolve(source.relativize(file).toString()));
      }
    }
  }

  /** A student in the truth and in the register. */
  private record Row(JsonNode truth, LessonRegister.Row found) {
    boolean present() {
      return truth.get("present").asBoolean();
    }

    Status status() {
      return found.status();
    }
  }
}
