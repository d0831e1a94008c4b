package org.rollcall.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.Correction;
import org.rollcall.model.Coverage;
import org.rollcall.model.Footage;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.Outcome;
import org.rollcall.model.RunFacts;
import org.rollcall.model.Status;
import org.rollcall.model.Student;
import org.rollcall.model.UnknownFace;
import org.rollcall.model.UnknownPerson;
import org.rollcall.model.Verdict;
import org.rollcall.model.picture.Jpeg;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultFolderTest {
  private static final Lesson LESSON =
      new Lesson(
          new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0)),
          Duration.ofMinutes(2));
  private static final Jpeg ADAS_FACE = jpeg("Ada");
  private static final UnknownPerson KNOWN =
      new UnknownPerson(3, 10, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 11, 16));
  private static final Jpeg UNKNOWN_FACE = jpeg("somebody");
  private static final Jpeg PREVIEW = jpeg("preview");

  @TempDir Path output;
  private Path folder;

  @BeforeEach
  void name() {
    folder = output.resolve("7A/2026-11-16_0900");
  }

  @Test
  void write_json_saysWhichLessonAndHowItWasMade() throws IOException {
    JsonNode json = written(register(seen(), absent()));

    assertThat(json.at("/class").asString()).isEqualTo("7A");
    assertThat(json.at("/date").asString()).isEqualTo("2026-11-16");
    assertThat(json.at("/start").asString()).isEqualTo("09:00");
    assertThat(json.at("/footage/0/file").asString()).isEqualTo("footage/7A/x.mp4");
    assertThat(json.at("/footage/0/sha256").asString()).isEqualTo("ab".repeat(32));
    assertThat(json.at("/footage/0/seconds").asDouble()).isEqualTo(120.5);
    assertThat(json.at("/models/detection").asString()).isEqualTo("compact");
    assertThat(json.at("/settings/marks.lateAfter").asString()).isEqualTo("10m");
    assertThat(json.at("/outcome").asString()).isEqualTo("PARTIAL");
    assertThat(json.at("/reasons/0").asString()).isEqualTo("The end is missing.");
  }

  @Test
  void write_json_hasAnEntryForEachStudent() throws IOException {
    JsonNode students = written(register(seen(), absent())).at("/students");

    JsonNode ada = students.get(0);
    assertThat(ada.at("/id").asString()).isEqualTo("1001");
    assertThat(ada.at("/name").asString()).isEqualTo("Ada Ahlström");
    assertThat(ada.at("/status").asString()).isEqualTo("LATE");
    assertThat(ada.at("/firstSeen").asDouble()).isEqualTo(3.25);
    assertThat(ada.at("/lastSeen").asDouble()).isEqualTo(110);
    assertThat(ada.at("/minutesSeen").asDouble()).isEqualTo(1.5);
    assertThat(ada.at("/confidence").asDouble()).isEqualTo(0.988);
    assertThat(ada.at("/sightings").asInt()).isEqualTo(90);
    JsonNode bo = students.get(1);
    assertThat(bo.at("/status").asString()).isEqualTo("ABSENT");
    assertThat(bo.at("/firstSeen").isNull()).isTrue();
    assertThat(bo.at("/lastSeen").isNull()).isTrue();
    assertThat(bo.at("/minutesSeen").asDouble()).isZero();
    assertThat(bo.at("/sightings").asInt()).isZero();
  }

  @Test
  void write_correctedMark_tellsBothMarks() throws IOException {
    Correction correction = new Correction(Optional.of(Status.PRESENT), "was there");
    LessonRegister.Row row =
        new LessonRegister.Row(
            absent().verdict(), Optional.empty(), Optional.empty(), Optional.of(correction));

    JsonNode bo = written(register(row)).at("/students/0");

    assertThat(bo.at("/status").asString()).isEqualTo("PRESENT");
    assertThat(bo.at("/found").asString()).isEqualTo("ABSENT");
    assertThat(bo.at("/remark").asString()).isEqualTo("was there");
  }

  @Test
  void write_pictures_lieWhereTheJsonSays() throws IOException {
    JsonNode json = written(register(seen(), absent()));

    assertThat(folder.resolve(json.at("/students/0/evidence").asString()))
        .hasBinaryContent(ADAS_FACE.bytes());
    assertThat(json.at("/students/1/evidence").isNull()).isTrue();
    assertThat(json.at("/unknown/0/track").asInt()).isEqualTo(1);
    assertThat(json.at("/unknown/0/person").asString()).isEqualTo("U3");
    assertThat(json.at("/unknown/0/lessons").asInt()).isEqualTo(10);
    assertThat(json.at("/unknown/0/since").asString()).isEqualTo("2026-09-01");
    assertThat(json.at("/unknown/0/firstSeen").asDouble()).isEqualTo(1);
    assertThat(folder.resolve(json.at("/unknown/0/crop").asString()))
        .hasBinaryContent(UNKNOWN_FACE.bytes());
    assertThat(folder.resolve("preview.jpg")).hasBinaryContent(PREVIEW.bytes());
  }

  @Test
  void write_emptyRegister_isStillJson() throws IOException {
    ResultFolder.write(register(), folder);

    assertThat(json().at("/students").size()).isZero();
    assertThat(folder.resolve("preview.jpg")).doesNotExist();
  }

  @Test
  void write_again_leavesNothingOfTheFirstTime() throws IOException {
    written(register(seen(), absent()));
    Files.writeString(folder.resolve("notes.txt"), "of somebody");

    ResultFolder.write(register(absent()), folder);

    assertThat(json().at("/students").size()).isEqualTo(1);
    assertThat(folder.resolve("evidence")).isEmptyDirectory();
    assertThat(folder.resolve("preview.jpg")).doesNotExist();
    assertThat(folder.resolve("notes.txt")).doesNotExist();
    assertThat(names(folder.getParent())).containsExactly("2026-11-16_0900");
  }

  @Test
  void write_afterAnInterruptedTime_clearsWhatItLeft() throws IOException {
    Files.createDirectories(folder.resolveSibling(".2026-11-16_0900.new/evidence"));
    Files.writeString(folder.resolveSibling(".2026-11-16_0900.new/evidence/9.jpg"), "half");
    Files.createDirectories(folder.resolveSibling(".2026-11-16_0900.old"));

    written(register(seen()));

    assertThat(folder.resolve("evidence/9.jpg")).doesNotExist();
    assertThat(names(folder.getParent())).containsExactly("2026-11-16_0900");
  }

  @Test
  void write_otherLessons_areLeftAlone() throws IOException {
    Path other = Files.createDirectories(output.resolve("7A/2026-11-17_0900"));
    Files.writeString(other.resolve("result.json"), "{}");

    written(register(seen()));

    assertThat(other.resolve("result.json")).hasContent("{}");
  }

  @Test
  void write_fileInPlaceOfTheFolder_saysWhatToCheck() throws IOException {
    Files.writeString(output.resolve("7A"), "in the way");

    assertThatThrownBy(() -> ResultFolder.write(register(seen()), folder))
        .isInstanceOf(UnwritableResult.class)
        .hasMessageStartingWith("Cannot write the results to " + folder)
        .hasMessageContaining("Check the free space and the permissions of the folder.");
  }

  @Test
  void write_fails_keepsWhatWasThere() throws IOException {
    written(register(seen(), absent()));
    // An id that cannot name a file makes the writing fail half-way.
    LessonRegister.Row bad = row(new Student("no/such/folder", "Bo"), Optional.of(ADAS_FACE));

    assertThatThrownBy(() -> ResultFolder.write(register(bad), folder))
        .isInstanceOf(UnwritableResult.class);

    assertThat(json().at("/students").size()).isEqualTo(2);
    assertThat(folder.resolve("evidence/1001.jpg")).hasBinaryContent(ADAS_FACE.bytes());
  }

  private JsonNode written(LessonRegister register) throws IOException {
    ResultFolder.write(register, PREVIEW, folder);
    return json();
  }

  private JsonNode json() throws IOException {
    return JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve("result.json")));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static LessonRegister.Row seen() {
    return row(new Student("1001", "Ada Ahlström"), Optional.of(ADAS_FACE));
  }

  private static LessonRegister.Row row(Student student, Optional<Jpeg> evidence) {
    Verdict.Presence presence =
        new Verdict.Presence(
            Duration.ofMillis(3250),
            Duration.ofSeconds(110),
            Duration.ofSeconds(90),
            90,
            List.of(40, 50));
    Verdict verdict =
        new Verdict(student, Status.LATE, Optional.of(presence), 0.98765, Optional.empty());
    return new LessonRegister.Row(verdict, Optional.empty(), evidence, Optional.empty());
  }

  private static LessonRegister.Row absent() {
    Student bo = new Student("1002", "Bo Berg");
    Verdict verdict = new Verdict(bo, Status.ABSENT, Optional.empty(), 0, Optional.empty());
    return new LessonRegister.Row(verdict, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static LessonRegister register(LessonRegister.Row... rows) {
    UnknownFace unknown =
        new UnknownFace(
            1, Duration.ofSeconds(1), Duration.ofSeconds(9), 8, UNKNOWN_FACE, Optional.of(KNOWN));
    RunFacts run =
        new RunFacts(
            "1.0",
            Instant.parse("2026-11-16T21:00:00Z"),
            Duration.ofSeconds(7),
            List.of(new Footage("footage/7A/x.mp4", "ab".repeat(32), Duration.ofMillis(120_500))),
            Map.of("detection", "compact"),
            Map.of("marks.lateAfter", "10m"),
            List.of());
    return new LessonRegister(
        LESSON,
        List.of(rows),
        List.of(unknown),
        Coverage.unknown(),
        Outcome.partial(List.of(Message.english("The end is missing."))),
        run);
  }

  private static Jpeg jpeg(String content) {
    return new Jpeg(content.getBytes(StandardCharsets.UTF_8));
  }
}
