package org.rollcall.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Coverage;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.Status;
import org.rollcall.model.Student;
import org.rollcall.model.UnknownFace;
import org.rollcall.model.Verdict;

class ReviewPageTest {
  private static final LessonRegister.Row PRESENT = MadeUpClass.row(0, Status.PRESENT, 50);
  private static final LessonRegister.Row REVIEW = MadeUpClass.row(11, Status.REVIEW, 50);

  @Test
  void write_nothingToDecide_hasNoTables() {
    XSSFSheet page = written(List.of(PRESENT), List.of());

    assertThat(Sheets.shown(page, "A4:A7"))
        .containsExactly("Students in Review: 0", "", "Unknown faces: 0", "");
    assertThat(page.getSheetConditionalFormatting().getNumConditionalFormattings()).isZero();
  }

  @Test
  void write_studentToDecide_isARowWithTheReason() {
    XSSFSheet page = written(List.of(PRESENT, REVIEW), List.of());

    assertThat(Sheets.shown(page, "A4:A6")).containsExactly("Students in Review: 1", "Id", "1011");
    assertThat(Sheets.shown(page, "A5:H5"))
        .containsExactly(
            "Id",
            "Name",
            "Enrolled",
            "In the lesson",
            "Why",
            "First seen",
            "Last seen",
            "Mark now");
    assertThat(Sheets.shown(page, "B6:H6"))
        .containsExactly(
            "Leïla Lahlou",
            "",
            "",
            "Seen in 4 pictures only, and the face is almost as near to student 1003."
                + " Compare the pictures.",
            "09:02",
            "09:46",
            "Review");
    assertThat(Sheets.descriptions(page))
        .containsExactly("Enrolment photo of student 1011", "Student 1011 in the lesson");
  }

  @Test
  void write_studentWithoutPictures_hasDashes() {
    Verdict verdict =
        new Verdict(
            new Student("7", "Ada"),
            Status.REVIEW,
            Optional.empty(),
            0,
            Optional.of(Message.english("No photos.")));
    var row = new LessonRegister.Row(verdict, Optional.empty(), Optional.empty(), Optional.empty());

    XSSFSheet page = written(List.of(row), List.of());

    assertThat(Sheets.shown(page, "A6:H6"))
        .containsExactly("7", "Ada", "–", "–", "No photos.", "–", "–", "Review");
  }

  @Test
  void write_alreadyDecided_staysWithItsNewMark() {
    LessonRegister.Row decided = MadeUpClass.corrected(REVIEW, Status.ABSENT, "");

    XSSFSheet page = written(List.of(decided), List.of());

    assertThat(Sheets.shown(page, "A4:A6")).contains("Students in Review: 1", "1011");
    assertThat(Sheets.shown(page, "H6:H6")).containsExactly("Absent");
  }

  @Test
  void write_markNow_isFoundById() {
    XSSFSheet page = written(List.of(PRESENT, REVIEW), List.of());

    assertThat(Sheets.at(page, "H6").getCellFormula())
        .isEqualTo("INDEX(Register!$C$8:$C$9,MATCH(A6,Register!$A$8:$A$9,0))");
  }

  @Test
  void write_correctedInTheRegisterLater_markNowFollows() {
    XSSFSheet page = written(List.of(PRESENT, REVIEW), List.of());
    XSSFWorkbook workbook = page.getWorkbook();

    Sheets.cell(workbook, "1011", Column.CORRECTION).setCellValue("late");
    workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();

    assertThat(Sheets.shown(page, "H6:H6")).containsExactly("Late");
  }

  @Test
  void write_unknownFace_isARow() {
    var face =
        new UnknownFace(
            2,
            Duration.ofMinutes(4),
            Duration.ofMinutes(9),
            41,
            MadeUpClass.face(3, "lesson"),
            Optional.empty());

    XSSFSheet page = written(List.of(PRESENT), List.of(face));

    assertThat(Sheets.shown(page, "A6:A6")).containsExactly("Unknown faces: 1");
    assertThat(Sheets.shown(page, "A7:G7"))
        .containsExactly(
            "No.", "Face", "Enrolled", "In the lesson", "Sightings", "First seen", "Last seen");
    assertThat(Sheets.shown(page, "A8:G8"))
        .containsExactly("2", "Unknown face 2", "–", "", "41", "09:02", "09:07");
    assertThat(Sheets.descriptions(page)).containsExactly("Unknown face 2");
  }

  @Test
  void write_marksNow_areColouredByWhatTheySay() {
    LessonRegister.Row other = MadeUpClass.row(10, Status.REVIEW, 50);

    XSSFSheet page = written(List.of(other, PRESENT, REVIEW), List.of());

    assertThat(Sheets.colourRules(page))
        .hasSize(5)
        .contains("H6:H7 \"Late\" FBEBC8", "H6:H7 \"Review\" D9E8F6");
  }

  @Test
  void write_tables_arePrintedToTheirLastRow() {
    XSSFSheet page = written(List.of(PRESENT, REVIEW), List.of());

    assertThat(page.getWorkbook().getPrintArea(1)).isEqualTo("Review!$A$1:$H$8");
    assertThat(page.getPrintSetup().getLandscape()).isTrue();
  }

  @Test
  void write_somebodyRefusedConsent_saysThatFacesAreNotShown() {
    LessonRegister register = MadeUpClass.register(List.of(PRESENT, REVIEW), 50).withheld();

    XSSFSheet page = written(register);

    assertThat(Sheets.shown(page, "A8:A9"))
        .containsExactly(
            "Unknown faces are not shown",
            "A student in the recording has refused consent, so only students recognised for"
                + " certain are shown: no unknown faces, and no pictures for marks in Review.");
    assertThat(Sheets.descriptions(page)).containsExactly("Enrolment photo of student 1011");
  }

  private static XSSFSheet written(List<LessonRegister.Row> rows, List<UnknownFace> unknown) {
    LessonRegister made = MadeUpClass.register(rows, 50);
    var register =
        new LessonRegister(
            made.lesson(), rows, unknown, Coverage.unknown(), made.outcome(), made.run());
    return written(register);
  }

  private static XSSFSheet written(LessonRegister register) {
    return Sheets.reread(
        "Review",
        book -> {
          // What the marks refer to.
          RegisterPage.write(register, List.of(), book);
          ReviewPage.write(register, book);
        });
  }
}
