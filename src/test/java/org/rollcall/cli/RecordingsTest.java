package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.cli.School.Answer;
import org.rollcall.demo.ClassroomFootage;
import org.rollcall.demo.Scene;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Status;
import org.rollcall.sheet.Sheets;
import org.rollcall.store.Store;
import org.rollcall.testing.UsesNatives;

/** Commands that process recordings, with a class that does not exist. */
@UsesNatives
class RecordingsTest {
  private static final Scene SCENE =
      new Scene(
          7,
          new Scene.Camera(960, 540, 5, 60, 100),
          Duration.ofSeconds(8),
          new Scene.Cast(4, 1, 0));
  private static final LessonKey LESSON =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));
  private static final String GOOD = "footage/7A/2026-11-16_0900.mp4";
  private static final String BAD = "footage/7A/2026-11-15_0900.mp4";
  private static final String SHEET = "attendance/7A/7A_2026-11-16_0900.xlsx";

  @TempDir static Path made;

  @TempDir Path folder;

  private School school;

  @BeforeAll
  static void filmOnce() throws IOException {
    ClassroomFootage.compose(
        SCENE, made.resolve("class"), made.resolve("lesson.mp4"), filmed -> {});
  }

  @BeforeEach
  void moveIn() throws IOException {
    school = new School(folder).withDatabase();
    try (var files = Files.walk(made.resolve("class"))) {
      for (Path file : files.toList()) {
        Path copy = school.home().classFolder("7A").resolve(made.resolve("class").relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    school.folder("footage/7A");
    Files.copy(made.resolve("lesson.mp4"), folder.resolve(GOOD));
  }

  @Test
  void enrol_tellsOfEveryPhoto() throws IOException {
    Path photos;
    try (var students = Files.list(school.home().studentsFolder("7A"))) {
      photos = students.sorted().findFirst().orElseThrow();
    }
    Files.write(photos.resolve("5.jpg"), new byte[] {1, 2, 3});

    Answer answer = school.types("enrol", "7A");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out())
        .contains("Class 7A", "  S1001 ", "  S1005 ", "    accepted: 1.jpg")
        .containsPattern("    refused: 5\\.jpg: \\S+")
        .contains("of 21 photos accepted", "of 5 students can be recognised (model pack compact).");
    assertThat(school.types("enrol", "7A").out())
        .contains("Nothing has changed since the last enrolment.");
  }

  @Test
  void run_goodAndBadRecording_processesBothAndFails() {
    school.write(BAD, "This is no recording.");
    school.write("footage/notes.txt", "Bring chalk.");

    Answer first = school.types("run");

    assertThat(first.exitCode()).isEqualTo(1);
    assertThat(first.err()).contains(BAD + ": failed.");
    assertThat(first.out())
        .contains(GOOD + ": done in ", "Sheet: " + SHEET)
        .contains(
            "Skipped: footage/notes.txt: extension .txt is not that of a recording; if it is one,")
        .contains("2 recordings: 1 done, 1 failed.");
    assertThat(folder.resolve(SHEET)).isNotEmptyFile();

    Answer second = school.types("run");

    assertThat(second.exitCode()).isZero();
    assertThat(second.out())
        .contains("Nothing is waiting in footage/.", "2 recordings left alone")
        .doesNotContain("done in");
    assertStatus(school.types("status"));
  }

  private static void assertStatus(Answer status) {
    assertThat(status.exitCode()).isZero();
    assertThat(status.out())
        .containsPattern("7A/2026-11-16_0900\\.mp4 +7A, 2026-11-16 09:00 +done +20")
        .containsPattern("7A/2026-11-15_0900\\.mp4 +- +failed +20")
        .containsPattern("(?m)^    Cannot read .*" + BAD)
        .contains(
            "2 recordings: 1 done, 1 failed.",
            "Nothing is waiting in footage/.",
            "Last complete run: ");
  }

  @Test
  void run_emptyFolder_saysSo() throws IOException {
    Files.delete(folder.resolve(GOOD));

    Answer answer = school.types("run");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out()).isEqualTo("Nothing is waiting in footage/.\n");
  }

  @Test
  void process_badRecordingFirst_goesOnWithTheNextAndFails() {
    school.write(BAD, "This is no recording.");

    Answer answer = school.types("process", BAD, GOOD);

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.err()).contains(BAD + ": failed.\n  Cannot read ");
    assertThat(answer.out()).contains(GOOD + ": done in ");
  }

  @Test
  void process_again_keepsWhatTheTeacherTyped() throws IOException {
    assertThat(school.types("process", GOOD).exitCode()).isZero();
    Sheets.correct(folder.resolve(SHEET), "S1005", "Present");

    Answer again = school.types("process", GOOD);

    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).contains("; of these 1 mark set by hand.");
    LessonRegister.Row row = register().rows().get(4);
    assertThat(row.verdict().student().id()).isEqualTo("S1005");
    assertThat(row.status()).isEqualTo(Status.PRESENT);
  }

  @Test
  void process_lesson_countsEveryStudentOnce() {
    Answer answer = school.types("process", GOOD);

    int marks =
        answer
            .out()
            .lines()
            .skip(1)
            .findFirst()
            .map(line -> line.replaceAll("[^0-9,]", ""))
            .map(numbers -> List.of(numbers.split(",", -1)))
            .orElseThrow()
            .stream()
            .mapToInt(Integer::parseInt)
            .sum();
    assertThat(marks).isEqualTo(5);
  }

  @Test
  void process_recordingElsewhereWithClass_isTaken() throws IOException {
    Path elsewhere = school.folder("stick").resolve("2026-11-17_0900.mp4");
    Files.move(folder.resolve(GOOD), elsewhere);

    Answer answer = school.types("process", elsewhere.toString(), "--class", "7A");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out()).contains("Sheet: attendance/7A/7A_2026-11-17_0900.xlsx");
  }

  @Test
  void run_interrupted_leavesTheRecordingWaiting() {
    Thread[] worker = new Thread[1];
    CompletableFuture<Answer> run =
        CompletableFuture.supplyAsync(
            () -> {
              worker[0] = Thread.currentThread();
              return school.types("run");
            },
            work -> new Thread(work).start());
    awaitStart();

    worker[0].interrupt();

    assertThat(run.join().exitCode()).isEqualTo(1);
    assertThat(run.join().err()).contains(GOOD + ": not done yet.", "Rollcall was stopped");
    assertThat(folder.resolve(SHEET)).doesNotExist();
    assertThat(school.types("status").out())
        .contains("1 recording: 1 waiting.", "Waiting in footage/: 1 recording.")
        .contains("ended before it was done.", "No run has been completed yet.");
    assertThat(school.types("run").out()).contains(GOOD + ": done in ");
  }

  private void awaitStart() {
    Instant deadline = Instant.now().plusSeconds(60);
    while (!school.types("status").out().contains("1 running")) {
      assertThat(Instant.now()).isBefore(deadline);
    }
  }

  private LessonRegister register() {
    try (Store store = Store.open(school.home().database())) {
      return store.lessons().find(LESSON).orElseThrow();
    }
  }
}
