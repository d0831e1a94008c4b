package org.rollcall.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.rollcall.model.Status.ABSENT;
import static org.rollcall.model.Status.LATE;
import static org.rollcall.model.Status.LEFT_EARLY;
import static org.rollcall.model.Status.PRESENT;
import static org.rollcall.model.Status.REVIEW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonMarks;
import org.rollcall.model.Roster;
import org.rollcall.model.Status;
import org.rollcall.model.Student;

/**
 * Three lessons of a class of three, one of whom came later, and of one who left:
 *
 * <pre>
 *          Monday  Tuesday  Wednesday   attended
 * 1 Ada      P        A         L       2 of 3
 * 2 Ben      R        E         R       1 of 1
 * 3 Cem      –        –         A       0 of 1
 * 9          P        –         –       1 of 1
 * attended  2/2      1/2       1/2      4 of 6
 * </pre>
 */
class ClassRegisterTest {
  private static final Roster ROSTER =
      new Roster(
          "7A", List.of(new Student("1", "Ada"), new Student("2", "Ben"), new Student("3", "Cem")));
  private static final List<LessonMarks> LESSONS =
      List.of(
          marks(18, Map.of("1", LATE, "2", REVIEW, "3", ABSENT)),
          marks(16, Map.of("1", PRESENT, "2", REVIEW, "9", PRESENT)),
          marks(17, Map.of("1", ABSENT, "2", LEFT_EARLY)));
  private static final int FIRST_ROW = 6;
  private static final int FIRST_LESSON = 9;

  @TempDir Path folder;

  @Test
  void write_threeLessons_listsThemByDate() throws IOException {
    try (XSSFWorkbook workbook = written(ROSTER, LESSONS)) {
      var headings = workbook.getSheet("Register").getRow(5);
      assertThat(headings.getCell(FIRST_LESSON).getLocalDateTimeCellValue())
          .isEqualTo(LocalDateTime.of(2026, 11, 16, 9, 0));
      assertThat(headings.getCell(FIRST_LESSON + 2).getLocalDateTimeCellValue())
          .isEqualTo(LocalDateTime.of(2026, 11, 18, 9, 0));
    }
  }

  @Test
  void write_marks_areLettersOrDashes() throws IOException {
    try (XSSFWorkbook workbook = written(ROSTER, LESSONS)) {
      assertThat(letters(workbook, 0)).isEqualTo("P A L");
      assertThat(letters(workbook, 1)).isEqualTo("R E R");
      assertThat(letters(workbook, 2)).isEqualTo("– – A");
      assertThat(letters(workbook, 3)).isEqualTo("P – –");
    }
  }

  @Test
  void write_shares_areOfDecidedMarksOnly() throws IOException {
    try (XSSFWorkbook workbook = written(ROSTER, LESSONS)) {
      assertThat(number(workbook, FIRST_ROW, 2)).isEqualTo(2 / 3.0, within(1e-12));
      assertThat(number(workbook, FIRST_ROW + 1, 2)).isEqualTo(1);
      assertThat(number(workbook, FIRST_ROW + 2, 2)).isZero();
      assertThat(number(workbook, FIRST_ROW + 3, 2)).isEqualTo(1);
    }
  }

  @Test
  void write_totalsOfLessons_countAllStudents() throws IOException {
    try (XSSFWorkbook workbook = written(ROSTER, LESSONS)) {
      int present = FIRST_ROW + 5;
      int attended = present + 5;
      assertThat(number(workbook, present, FIRST_LESSON)).isEqualTo(2);
      assertThat(number(workbook, attended, FIRST_LESSON)).isEqualTo(1);
      assertThat(number(workbook, attended, FIRST_LESSON + 1)).isEqualTo(0.5);
      assertThat(number(workbook, attended, FIRST_LESSON + 2)).isEqualTo(0.5);
      assertThat(number(workbook, attended, 2)).isEqualTo(4 / 6.0, within(1e-12));
    }
  }

  @Test
  void write_studentWhoLeft_standsAtTheEnd() throws IOException {
    try (XSSFWorkbook workbook = written(ROSTER, LESSONS)) {
      var row = workbook.getSheet("Register").getRow(FIRST_ROW + 3);
      assertThat(row.getCell(0).getStringCellValue()).isEqualTo("9");
      assertThat(row.getCell(1).getStringCellValue()).isEqualTo("(left the class)");
    }
  }

  @Test
  void write_storedResults_areWhatTheFormulasGive() throws IOException {
    try (XSSFWorkbook workbook = written(ROSTER, LESSONS)) {
      List<String> stored = Sheets.formulaResults(workbook);
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();

      assertThat(stored).hasSizeGreaterThan(50).isEqualTo(Sheets.formulaResults(workbook));
    }
  }

  @Test
  void write_letterTypedLater_totalsFollow() throws IOException {
    try (XSSFWorkbook workbook = written(ROSTER, LESSONS)) {
      var grid = workbook.getSheet("Register").getRow(FIRST_ROW + 2);
      grid.getCell(FIRST_LESSON).setCellValue("P");
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();

      assertThat(number(workbook, FIRST_ROW + 2, 2)).isEqualTo(0.5);
    }
  }

  @Test
  void write_onlyReviews_hasNoShare() throws IOException {
    List<LessonMarks> lessons = List.of(marks(16, Map.of("1", REVIEW)));
    try (XSSFWorkbook workbook = written(ROSTER, lessons)) {
      var row = workbook.getSheet("Register").getRow(FIRST_ROW);
      assertThat(row.getCell(2).getStringCellValue()).isEqualTo("–");
    }
  }

  @Test
  void write_values_areTheSameMarks() throws IOException {
    written(ROSTER, LESSONS).close();

    assertThat(Files.readAllLines(folder.resolve("7A_register.csv")))
        .containsExactly(
            "\uFEFFid,name,attended_percent,taken,present,late,left_early,absent,review,"
                + "2026-11-16 09:00,2026-11-17 09:00,2026-11-18 09:00",
            "1,Ada,66.7,3,1,1,0,1,0,Present,Absent,Late",
            "2,Ben,100.0,1,0,0,1,0,2,Review,Left early,Review",
            "3,Cem,0.0,1,0,0,0,1,0,–,–,Absent",
            "9,(left the class),100.0,1,1,0,0,0,0,Present,–,–");
  }

  @Test
  void write_noLessonYet_listsTheClass() throws IOException {
    try (XSSFWorkbook workbook = written(ROSTER, List.of())) {
      assertThat(number(workbook, FIRST_ROW, 3)).isZero();
      List<String> stored = Sheets.formulaResults(workbook);
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      assertThat(stored).isEqualTo(Sheets.formulaResults(workbook));
    }
  }

  @Test
  void write_wholeYear_isWritten() throws IOException {
    Roster roster = MadeUpClass.roster(30);
    try (XSSFWorkbook workbook = written(roster, MadeUpClass.term(30, 200))) {
      XSSFSheet register = workbook.getSheet("Register");
      assertThat(register.getRow(FIRST_ROW).getLastCellNum())
          .isEqualTo((short) (FIRST_LESSON + 200));
    }
    assertThat(Files.size(folder.resolve("7A_register.xlsx"))).isLessThan(200_000);
  }

  @Test
  void write_registerOpenInExcel_isTemporaryFailure() throws IOException {
    Files.createFile(folder.resolve("~$7A_register.xlsx"));

    assertThatThrownBy(() -> written(ROSTER, LESSONS)).isInstanceOf(SheetInUse.class);
  }

  private XSSFWorkbook written(Roster roster, List<LessonMarks> lessons) throws IOException {
    Path xlsx = folder.resolve("7A_register.xlsx");
    new ClassRegister().write(roster, lessons, xlsx);
    return Sheets.open(xlsx);
  }

  private static LessonMarks marks(int day, Map<String, Status> marks) {
    LocalDate date = LocalDate.of(2026, 11, day);
    return new LessonMarks(new LessonKey("7A", date, LocalTime.of(9, 0)), marks);
  }

  private static double number(XSSFWorkbook workbook, int row, int column) {
    return workbook.getSheet("Register").getRow(row).getCell(column).getNumericCellValue();
  }

  private static String letters(XSSFWorkbook workbook, int student) {
    var row = workbook.getSheet("Register").getRow(FIRST_ROW + student);
    return row.getCell(FIRST_LESSON)
        + " "
        + row.getCell(FIRST_LESSON + 1)
        + " "
        + row.getCell(FIRST_LESSON + 2);
  }
}
