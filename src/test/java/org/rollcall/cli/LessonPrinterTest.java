package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.lesson.LessonReport;
import org.rollcall.model.Correction;
import org.rollcall.model.Coverage;
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
import org.rollcall.school.Home;

class LessonPrinterTest {
  private static final LessonKey LESSON =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));
  private static final String FILE = "footage/7A/2026-11-16_0900.mp4";

  @TempDir Path folder;
  private final Printed printed = new Printed();

  @Test
  void print_doneLesson_countsTheMarksAndNamesTheSheet() {
    print(done(List.of(row(Status.PRESENT), row(Status.PRESENT), row(Status.ABSENT)), List.of()));

    assertThat(printed.out())
        .containsExactly(
            FILE + ": done in 5 min 12 s.",
            "  2 present, 1 absent.",
            "  Sheet: attendance/7A/7A_2026-11-16_0900.xlsx");
    assertThat(printed.err()).isEmpty();
  }

  @Test
  void print_studentToReview_isNamedWithTheReason() {
    print(done(List.of(row(Status.REVIEW)), List.of()));

    assertThat(printed.out()).contains("  1 in Review.", "  Review: S1 Ada. Too dark.");
  }

  @Test
  void print_correctedMark_countsAsSetByHand() {
    LessonRegister.Row found = row(Status.REVIEW);
    var decided = new Correction(Optional.of(Status.LATE), "");
    var corrected =
        new LessonRegister.Row(
            found.verdict(), Optional.empty(), Optional.empty(), Optional.of(decided));

    print(done(List.of(corrected), List.of()));

    assertThat(printed.out()).contains("  1 late; of these 1 mark set by hand.");
    assertThat(printed.out()).noneMatch(line -> line.contains("Review:"));
  }

  @Test
  void print_unknownFaces_saysWhoWasSeenBefore() {
    LocalDate since = LocalDate.of(2026, 9, 17);
    UnknownFace regular = face(1, Optional.of(new UnknownPerson(3, 10, since, LESSON.date())));
    UnknownFace once = face(2, Optional.of(new UnknownPerson(4, 1, since, since)));

    print(done(List.of(), List.of(regular, once, face(3, Optional.empty()))));

    assertThat(printed.out())
        .contains("  3 unknown faces: U3 seen in 10 lessons since 2026-09-17.");
  }

  @Test
  void print_partialLesson_notesReasonsAndOtherWarningsOnce() {
    LessonRegister done = register(List.of(), List.of(), "The end is missing.", "It was dark.");
    LessonRegister partial =
        new LessonRegister(
            done.lesson(),
            List.of(),
            List.of(),
            Coverage.unknown(),
            Outcome.partial(List.of(Message.english("The end is missing."))),
            done.run());

    print(report(partial, Optional.empty(), ""));

    assertThat(printed.out())
        .startsWith(
            FILE + ": partly done in 5 min 12 s.",
            "  Note: The end is missing.",
            "  Note: It was dark.");
  }

  @Test
  void print_pendingSheet_saysWhyItWaits() {
    print(report(register(List.of(), List.of()), Optional.empty(), "It is open."));

    assertThat(printed.err()).containsExactly("  The sheet will be written later: It is open.");
    assertThat(printed.out()).noneMatch(line -> line.contains("Sheet:"));
  }

  @Test
  void print_failedLesson_isAnError() {
    print(LessonReport.failed(FILE, Message.english("It is no film."), false));

    assertThat(printed.err()).containsExactly(FILE + ": failed.", "  It is no film.");
    assertThat(printed.out()).isEmpty();
  }

  @Test
  void print_lessonThatWaits_saysWhatHappensNext() {
    print(LessonReport.failed(FILE, Message.english("The roster is missing."), true));

    assertThat(printed.err())
        .containsExactly(
            FILE + ": not done yet.",
            "  The roster is missing.",
            "  The next run tries again if it is still waiting in footage/.");
  }

  @Test
  void printSum_severalLessons_countsTheirOutcomes() {
    LessonReport done = done(List.of(), List.of());

    printer()
        .printSum(
            List.of(done, LessonReport.failed(FILE, Message.english("No film."), false), done));

    assertThat(printed.out()).containsExactly("3 recordings: 2 done, 1 failed.");
  }

  @Test
  void printSum_oneLesson_isNotRepeated() {
    printer().printSum(List.of(done(List.of(), List.of())));

    assertThat(printed.out()).isEmpty();
  }

  private LessonPrinter printer() {
    return new LessonPrinter(printed.console(), Home.of(folder));
  }

  private void print(LessonReport report) {
    printer().print(report);
  }

  private LessonReport done(List<LessonRegister.Row> rows, List<UnknownFace> unknown) {
    return report(register(rows, unknown), Optional.of(Home.of(folder).sheet(LESSON)), "");
  }

  private static LessonReport report(
      LessonRegister register, Optional<Path> sheet, String sheetWaits) {
    return new LessonReport(
        FILE,
        register.outcome(),
        false,
        Optional.of(register),
        sheet,
        Optional.of(sheetWaits).filter(text -> !text.isEmpty()).map(Message::english),
        Optional.empty());
  }

  private static LessonRegister register(
      List<LessonRegister.Row> rows, List<UnknownFace> unknown, String... warnings) {
    RunFacts run =
        new RunFacts(
            "1.0",
            Instant.EPOCH,
            Duration.ofSeconds(312),
            List.of(),
            Map.of(),
            Map.of(),
            Arrays.stream(warnings).map(Message::english).toList());
    Lesson lesson = new Lesson(LESSON, Duration.ofMinutes(45));
    return new LessonRegister(lesson, rows, unknown, Coverage.unknown(), Outcome.done(), run);
  }

  private static LessonRegister.Row row(Status status) {
    Verdict verdict =
        new Verdict(
            new Student("S1", "Ada"),
            status,
            Optional.empty(),
            0,
            Optional.of(Message.english("Too dark.")));
    return new LessonRegister.Row(verdict, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static UnknownFace face(int number, Optional<UnknownPerson> person) {
    return new UnknownFace(
        number, Duration.ZERO, Duration.ofMinutes(1), 4, new Jpeg(new byte[1]), person);
  }
}
