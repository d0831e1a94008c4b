package org.rollcall.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.model.Coverage;
import org.rollcall.model.Footage;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.Outcome;
import org.rollcall.model.RunFacts;
import org.rollcall.model.Status;
import org.rollcall.model.Student;
import org.rollcall.model.Verdict;

class RegisterPageTest {
  @Test
  void write_lesson_isHeadedByClassDayAndOrigin() {
    XSSFSheet page = written(MadeUpClass.register(4, 50));

    assertThat(Sheets.shown(page, "A1:A3"))
        .containsExactly(
            "Class 7A",
            "Monday, 16 November 2026, 09:00 to 09:46",
            "Recorded 08:58 to 09:48 in 2026-11-16_0858_front.mp4, 2026-11-16_0858_back.mp4."
                + " Models: mtcnn, facenet. Rollcall 0.1.0.");
    assertThat(Sheets.merged(page)).contains("A1:M1", "A2:M2", "A3:M3", "A5:M5", "A6:M6");
  }

  @Test
  void write_schoolWithAName_isNamed() {
    RunFacts run = MadeUpClass.register(4, 50).run();
    RunFacts named =
        new RunFacts(
            run.version(),
            run.processed(),
            run.took(),
            run.footage(),
            run.models(),
            Map.of("school.name", "Mill School"),
            List.of());

    assertThat(Sheets.shown(written(with(Outcome.done(), named)), "A1:A1"))
        .containsExactly("Class 7A, Mill School");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | in 0.mp4. Models",
        "3 | in 0.mp4, 1.mp4, 2.mp4. Models",
        "5 | in 0.mp4, 1.mp4, 2.mp4 and 2 more. Models"
      })
  void write_recordings_namesThreeAndCountsTheOthers(int recordings, String expected) {
    List<Footage> footage =
        IntStream.range(0, recordings)
            .mapToObj(number -> new Footage("footage/7A/" + number + ".mp4", "", Duration.ZERO))
            .toList();

    XSSFSheet page = written(with(Outcome.done(), facts(footage, Map.of(), List.of())));

    assertThat(Sheets.at(page, "A3").getStringCellValue()).contains(expected);
  }

  @Test
  void write_onePackForBothTasks_isNamedOnce() {
    Map<String, String> models = Map.of("detection", "compact", "recognition", "compact");

    XSSFSheet page = written(with(Outcome.done(), facts(List.of(), models, List.of())));

    assertThat(Sheets.at(page, "A3").getStringCellValue()).contains(" Models: compact. ");
  }

  @Test
  void write_done_saysSoQuietly() {
    XSSFSheet page = written(with(Outcome.done(), facts(List.of(), Map.of(), List.of())));

    assertThat(Sheets.at(page, "A5").getStringCellValue())
        .isEqualTo("All of the recording was used.");
    assertThat(Sheets.ink(Sheets.at(page, "A5"))).isEqualTo(CellFormat.PALE_INK);
  }

  @Test
  void write_doneWithWarnings_pointsToTheirWorksheet() {
    RunFacts run = facts(List.of(), Map.of(), List.of("The camera stood still.", "It shook."));

    XSSFSheet page = written(with(Outcome.done(), run));

    assertThat(Sheets.at(page, "A5").getStringCellValue())
        .isEqualTo("All of the recording was used. Warnings in the worksheet Run: 2.");
  }

  @Test
  void write_partial_warnsWithTheReasons() {
    Outcome partial =
        Outcome.partial(
            List.of(Message.english("The end is missing."), Message.english("So is the middle.")));

    XSSFSheet page = written(with(partial, facts(List.of(), Map.of(), List.of())));

    assertThat(Sheets.at(page, "A5").getStringCellValue())
        .isEqualTo("Not all of the recording could be used: The end is missing. So is the middle.");
    assertThat(Sheets.fill(Sheets.at(page, "A5"))).isEqualTo(MarkStyle.LATE.fill());
    assertThat(Sheets.ink(Sheets.at(page, "A5"))).isEqualTo(MarkStyle.LATE.ink());
  }

  @Test
  void write_failed_saysThatThereIsNoResult() {
    Outcome failed = Outcome.failed(Message.english("It is no film."));

    XSSFSheet page = written(with(failed, facts(List.of(), Map.of(), List.of())));

    assertThat(Sheets.at(page, "A5").getStringCellValue()).isEqualTo("No result: It is no film.");
  }

  @Test
  void write_marks_areCountedInTheirColours() {
    XSSFSheet page = written(MadeUpClass.register(12, 50));

    assertThat(Sheets.shown(page, "A4:I4"))
        .containsExactly(
            "Students",
            "12",
            "Present 8",
            "Late 1",
            "Left early 1",
            "",
            "Absent 1",
            "",
            "Review 1");
    assertThat(Sheets.merged(page)).contains("E4:F4", "G4:H4");
    assertThat(List.of("C4", "D4", "E4", "G4", "I4"))
        .extracting(address -> Sheets.fill(Sheets.at(page, address)))
        .containsExactlyElementsOf(Arrays.stream(MarkStyle.values()).map(MarkStyle::fill).toList());
  }

  @Test
  void write_columns_haveTheirHeadingsAndWidths() {
    XSSFSheet page = written(MadeUpClass.register(1, 50));

    assertThat(Sheets.shown(page, "A7:M7"))
        .containsExactly(
            "Id",
            "Name",
            "Status",
            "Rollcall found",
            "First seen",
            "Last seen",
            "Minutes seen",
            "Confidence",
            "Enrolled",
            "In the lesson",
            "Correction",
            "Remark",
            "Why");
    assertThat(page.getColumnWidth(Column.NAME.index())).isEqualTo(25 * 256);
    assertThat(Sheets.fill(Sheets.at(page, "A7"))).isEqualTo(CellFormat.DEEP);
  }

  @Test
  void write_seenStudent_isARow() {
    var seen =
        new Verdict.Presence(
            Duration.ofMinutes(2),
            Duration.ofMinutes(45),
            Duration.ofSeconds(2475),
            825,
            List.of());
    Verdict verdict =
        new Verdict(
            new Student("0012", "Ada"),
            Status.LATE,
            Optional.of(seen),
            0.875,
            Optional.of(Message.english("Came late.")));

    XSSFSheet page = written(MadeUpClass.register(List.of(row(verdict)), 50));

    assertThat(Sheets.shown(page, "A8:M8"))
        .containsExactly(
            "0012",
            "Ada",
            "Late",
            "Late",
            "09:00",
            "09:43",
            "41.3",
            "88%",
            "–",
            "–",
            "",
            "",
            "Came late.");
  }

  @Test
  void write_pictures_areDescribed() {
    LessonRegister.Row row = MadeUpClass.row(3, Status.PRESENT, 50);

    XSSFSheet page = written(MadeUpClass.register(List.of(row), 50));

    assertThat(Sheets.descriptions(page))
        .containsExactly("Enrolment photo of student 1003", "Student 1003 in the lesson");
  }

  @Test
  void write_remarkWithoutMark_leavesTheStatus() {
    LessonRegister.Row row =
        MadeUpClass.corrected(MadeUpClass.row(5, Status.ABSENT, 50), null, "rang at eight");

    XSSFSheet page = written(MadeUpClass.register(List.of(row), 50));

    assertThat(Sheets.shown(page, "K8:L8")).containsExactly("", "rang at eight");
    assertThat(Sheets.shown(page, "C8:D8")).containsExactly("Absent", "Absent");
  }

  @Test
  void write_correctionCells_standOut() {
    XSSFSheet page = written(MadeUpClass.register(1, 50));

    assertThat(Sheets.fill(Sheets.at(page, "K8"))).isEqualTo("FFFDF3");
    assertThat(Sheets.fill(Sheets.at(page, "L8"))).isEqualTo("FFFDF3");
  }

  @Test
  void write_otherWordAsCorrection_isWarnedOfButTaken() {
    DataValidation choice = written(MadeUpClass.register(4, 50)).getDataValidations().get(0);

    assertThat(choice.getEmptyCellAllowed()).isTrue();
    assertThat(choice.getShowErrorBox()).isTrue();
    assertThat(choice.getErrorStyle()).isEqualTo(DataValidation.ErrorStyle.WARNING);
    assertThat(choice.getErrorBoxText())
        .isEqualTo(
            "Choose Present, Late, Left early or Absent. Any other word is kept as a remark.");
  }

  @Test
  void write_marks_areColouredByWhatTheySay() {
    XSSFSheet page = written(MadeUpClass.register(4, 50));

    assertThat(Sheets.colourRules(page))
        .containsExactly(
            "C8:C11 \"Present\" DDF1EA",
            "C8:C11 \"Late\" FBEBC8",
            "C8:C11 \"Left early\" E7E2F5",
            "C8:C11 \"Absent\" F7D9D1",
            "C8:C11 \"Review\" D9E8F6",
            "D8:D11 D8<>C8 FBEBC8");
  }

  @Test
  void write_register_keepsHeadingsAndNamesInSight() {
    var pane = written(MadeUpClass.register(4, 50)).getPaneInformation();

    assertThat(pane.getHorizontalSplitPosition()).isEqualTo((short) RegisterPage.FIRST_ROW);
    assertThat(pane.getVerticalSplitPosition()).isEqualTo((short) 2);
  }

  @Test
  void write_idsOfDigits_areNoErrors() {
    Map<IgnoredErrorType, ?> ignored =
        Map.copyOf(written(MadeUpClass.register(4, 50)).getIgnoredErrors());

    assertThat(ignored.get(IgnoredErrorType.NUMBER_STORED_AS_TEXT))
        .hasToString(List.of(CellRangeAddress.valueOf("A8:A11")).toString());
  }

  @Test
  void lastRow_noStudents_isTheFirst() {
    assertThat(RegisterPage.lastRow(MadeUpClass.register(List.of(), 50)))
        .isEqualTo(RegisterPage.FIRST_ROW);
    assertThat(RegisterPage.lastRow(MadeUpClass.register(1, 50))).isEqualTo(RegisterPage.FIRST_ROW);
    assertThat(RegisterPage.lastRow(MadeUpClass.register(4, 50)))
        .isEqualTo(RegisterPage.FIRST_ROW + 3);
  }

  @Test
  void countFormula_mark_countsTheStatusColumn() {
    assertThat(RegisterPage.countFormula(MadeUpClass.register(4, 50), MarkStyle.LEFT_EARLY))
        .isEqualTo("COUNTIF(Register!$C$8:$C$11,\"Left early\")");
  }

  @Test
  void count_correctedMark_countsAsCorrected() {
    List<LessonRegister.Row> rows = new ArrayList<>(MadeUpClass.register(12, 50).rows());
    rows.set(5, MadeUpClass.corrected(rows.get(5), Status.PRESENT, ""));
    LessonRegister register = MadeUpClass.register(rows, 50);

    assertThat(RegisterPage.count(register, MarkStyle.ABSENT)).isZero();
    assertThat(RegisterPage.count(register, MarkStyle.PRESENT)).isEqualTo(9);
  }

  private static XSSFSheet written(LessonRegister register) {
    return Sheets.reread("Register", book -> RegisterPage.write(register, List.of(), book));
  }

  private static LessonRegister.Row row(Verdict verdict) {
    return new LessonRegister.Row(verdict, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static LessonRegister with(Outcome outcome, RunFacts run) {
    return new LessonRegister(
        MadeUpClass.lesson(50), List.of(), List.of(), Coverage.unknown(), outcome, run);
  }

  private static RunFacts facts(
      List<Footage> footage, Map<String, String> models, List<String> warnings) {
    List<Message> messages = warnings.stream().map(Message::english).toList();
    return new RunFacts("1.0", Instant.EPOCH, Duration.ZERO, footage, models, Map.of(), messages);
  }
}
