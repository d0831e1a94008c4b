package org.rollcall.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.evaluation.Truth;
import org.rollcall.evaluation.Truth.TrueAttendance;
import org.rollcall.evaluation.Truth.TruePresence;
import org.rollcall.home.Installation;
import org.rollcall.lesson.RecordingVariants.Expected;
import org.rollcall.lesson.RecordingVariants.Variant;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.Outcome;
import org.rollcall.model.Status;
import org.rollcall.run.Workbench;
import org.rollcall.school.Home;
import org.rollcall.testing.FilmedLesson;
import org.rollcall.testing.HandWork;
import org.rollcall.testing.TakesLong;
import org.rollcall.testing.UsesNatives;

/**
 * Whatever a recording is like, its sheet has the right marks or says why not: nobody who was there
 * is absent without a word.
 */
@UsesNatives
@TakesLong
class RecordingVariantsTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

  @TempDir static Path folder;
  private static Home home;
  private static Truth truth;
  private static Path plain;
  private static Installation installation;
  private static Workbench workbench;
  private static Map<String, Status> marks;
  private static int day;

  @BeforeAll
  static void film() throws IOException {
    home = Home.of(folder.resolve("home"));
    truth = FilmedLesson.enrol(home.root(), "7A");
    plain = FilmedLesson.record(folder.resolve("plain.mp4"));
    Files.writeString(
        home.settingsFile(), "school: {zone: UTC}\nsampling: {interval: 2s, longestGap: 2s}\n");
    installation = Installation.open(home, Clock.systemUTC());
    workbench = Workbench.open(installation);
    Path file = next("plain.mp4");
    Files.copy(plain, file);
    marks = marks(HandWork.process(installation, workbench, file).register().orElseThrow());
    assertThat(marks.values()).contains(Status.PRESENT, Status.ABSENT);
  }

  @AfterAll
  static void close() {
    workbench.close();
    installation.close();
  }

  private static Path next(String name) throws IOException {
    Path file = home.footage().resolve("7A/%s_0900_%s".formatted(FIRST.plusDays(day++), name));
    Files.createDirectories(file.getParent());
    return file;
  }

  private static Map<String, Status> marks(LessonRegister register) {
    Map<String, Status> marks = new TreeMap<>();
    register.rows().forEach(row -> marks.put(row.verdict().student().id(), row.status()));
    return marks;
  }

  static Stream<Variant> variants() {
    return RecordingVariants.all();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void process_variant_hasRightMarksOrAReason(Variant variant) throws IOException {
    Path file = next(variant.file());
    variant.maker().make(plain, file);

    LessonReport report = HandWork.process(installation, workbench, file);

    assertThat(told(report)).contains(variant.told());
    if (variant.expected() == Expected.FAILED) {
      assertThat(report.outcome().state()).isEqualTo(Outcome.Completion.FAILED);
      assertThat(report.register()).isEmpty();
    } else {
      LessonRegister register = report.register().orElseThrow();
      assertThat(report.sheet()).isPresent();
      assertMarks(register, variant.expected());
      assertThat(register.rows())
          .filteredOn(row -> row.status() == Status.REVIEW)
          .allMatch(row -> row.verdict().reason().isPresent(), "says why it is for review");
    }
  }

  /** {@return what the reader of the sheet is told about the recording} */
  private static String told(LessonReport report) {
    Stream<Message> remarks =
        report.register().stream().flatMap(register -> register.run().warnings().stream());
    return Message.joined(Stream.concat(report.outcome().reasons().stream(), remarks).toList());
  }

  private static void assertMarks(LessonRegister register, Expected expected) {
    Map<String, Status> found = marks(register);
    truth.attendance().forEach(student -> assertNotWrong(student, found));
    if (expected == Expected.NOBODY_ABSENT) {
      assertThat(found.values()).doesNotContain(Status.ABSENT);
    }
    if (expected == Expected.SAME) {
      assertThat(found)
          .allSatisfy(
              (id, mark) -> assertThat(mark == marks.get(id) || isUnsure(id)).as(id).isTrue());
    }
  }

  private static void assertNotWrong(TrueAttendance student, Map<String, Status> found) {
    Status mark = found.get(student.student().id());
    boolean wasThere = student.presence() == TruePresence.PRESENT;
    assertThat(wasThere ? mark != Status.ABSENT : !mark.attended())
        .as("%s is not wrong for %s", mark, student)
        .isTrue();
  }

  /** A student whom the plain recording leaves to a person may be sure in another. */
  private static boolean isUnsure(String id) {
    return marks.get(id) == Status.REVIEW;
  }
}
