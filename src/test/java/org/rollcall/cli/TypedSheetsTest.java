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
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.cli.School.Answer;
import org.rollcall.model.Coverage;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Outcome;
import org.rollcall.model.RunFacts;
import org.rollcall.model.Status;
import org.rollcall.model.Student;
import org.rollcall.model.Verdict;
import org.rollcall.result.ResultFolder;
import org.rollcall.sheet.Sheets;
import org.rollcall.store.Store;
import org.rollcall.testing.Waiting;

/** Commands that find no recordings, but sheets into which somebody has typed. */
class TypedSheetsTest {
  private static final LessonKey LESSON =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));

  @TempDir Path folder;
  private School school;
  private Path sheet;

  @BeforeEach
  void writeSheet() {
    school = new School(folder).withDatabase();
    school.write("config/classes/7A/roster.csv", "id,name\nS1,Ada\nS2,Ben\n");
    school.folder("output");
    LessonRegister register = register();
    try (Store store = Store.open(school.home().database())) {
      store.lessons().save(register);
      ResultFolder.write(register, school.home().output(LESSON));
      new org.rollcall.lesson.Sheets(school.home(), store).writeOrLeavePending(register);
    }
    sheet = school.home().sheet(LESSON);
  }

  private static LessonRegister register() {
    return new LessonRegister(
        new Lesson(LESSON, Duration.ofMinutes(45)),
        List.of(row("S1", "Ada"), row("S2", "Ben")),
        List.of(),
        Coverage.unknown(),
        Outcome.done(),
        new RunFacts(
            "1.0", Instant.EPOCH, Duration.ZERO, List.of(), Map.of(), Map.of(), List.of()));
  }

  private static LessonRegister.Row row(String id, String name) {
    return new LessonRegister.Row(
        new Verdict(new Student(id, name), Status.ABSENT, Optional.empty(), 0, Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void run_correctionTyped_isInEverythingThatShowsIt() throws IOException {
    Sheets.correct(sheet, "S1", "Late");

    Answer answer = school.types("run");

    assertThat(answer.out()).contains("Nothing is waiting in footage/.");
    assertThat(answer.err()).isEmpty();
    assertThat(sheet.resolveSibling("7A_2026-11-16_0900.csv")).content().contains("S1,Ada,Late");
    assertThat(school.home().output(LESSON).resolve("result.json")).content().contains("LATE");
    assertThat(sheet.resolveSibling("7A_register.csv")).content().contains("S1,Ada,100.0");
  }

  @Test
  void run_cellThatCannotBeTaken_isTold() throws IOException {
    Sheets.correct(sheet, "S1", "excused by the head");

    Answer answer = school.types("run");

    assertThat(answer.err())
        .endsWith(
            "Not everything typed into the sheet of 7A_2026-11-16_0900 could be taken; see"
                + " 'rollcall status'.\n");
    assertThat(school.types("status").out())
        .contains("'Register'!K8 'excused by the head': Not a mark, so it is kept as a remark.");
  }

  @Test
  void run_sheetOpen_isToldAndTheValuesFollow() throws IOException {
    Sheets.correct(sheet, "S1", "Late");
    Files.createFile(sheet.resolveSibling("~$" + sheet.getFileName()));

    Answer answer = school.types("run");

    assertThat(answer.err())
        .startsWith("The sheet of 7A_2026-11-16_0900 will be written later: Cannot replace");
    assertThat(sheet.resolveSibling("7A_2026-11-16_0900.csv")).content().contains("S1,Ada,Late");
  }

  @Test
  void serve_correctionTyped_isNoticed() throws IOException {
    Sheets.correct(sheet, "S1", "Late");
    Path values = sheet.resolveSibling("7A_2026-11-16_0900.csv");

    Answer answer = school.with((plan, book, duties) -> awaitLate(values)).types("serve");

    assertThat(answer.err()).isEmpty();
    assertThat(values).content().contains("S1,Ada,Late");
  }

  private static void awaitLate(Path values) {
    try {
      Waiting.until(() -> Files.readString(values), text -> text.contains("S1,Ada,Late"));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
