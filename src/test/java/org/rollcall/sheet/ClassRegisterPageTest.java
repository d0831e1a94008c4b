package org.rollcall.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.model.LessonMarks;
import org.rollcall.model.Status;

/** Students are in rows 7 and following, lessons in columns J and following. */
class ClassRegisterPageTest {
  private static final String NOTE = "Read me.";

  @Test
  void write_class_isHeadedByNameAndNote() {
    XSSFSheet page = written(grid(2, 3));

    assertThat(Sheets.shown(page, "A1:A3"))
        .containsExactly(
            "Class 7A: register",
            "Taken: lessons with a decided mark (Present, Late, Left early or Absent). Attended:"
                + " the share of these that are not Absent.",
            NOTE);
  }

  @Test
  void write_legend_namesTheLettersInTheirColours() {
    XSSFSheet page = written(grid(2, 3));

    assertThat(Sheets.shown(page, "A4:I4"))
        .containsExactly(
            "Legend",
            "P  Present",
            "L  Late",
            "",
            "E  Left early",
            "",
            "A  Absent",
            "",
            "R  Review");
    assertThat(Sheets.merged(page)).containsExactlyInAnyOrder("C4:D4", "E4:F4", "G4:H4", "I4:J4");
    assertThat(Sheets.fill(Sheets.at(page, "G4"))).isEqualTo(MarkStyle.ABSENT.fill());
  }

  @Test
  void write_headings_areColumnsAndLessonsByDay() {
    XSSFSheet page = written(grid(2, 3));

    assertThat(Sheets.shown(page, "A6:I6"))
        .containsExactly("Id", "Name", "Attended", "Taken", "P", "L", "E", "A", "R");
    assertThat(Sheets.shown(page, "J6:L6"))
        .containsExactly("Mon 16 Nov 2026 09:00", "Wed 18 Nov 2026 09:00", "Fri 20 Nov 2026 09:00");
    assertThat(Sheets.at(page, "J6").getCellStyle().getRotation()).isEqualTo((short) 90);
  }

  @Test
  void write_student_isCountedByMark() {
    LessonMarks first = marks(Map.of("1000", Status.LATE));
    ClassGrid grid = ClassGrid.of(MadeUpClass.roster(1), List.of(first));

    XSSFSheet page = written(grid);

    assertThat(Sheets.shown(page, "A7:J7"))
        .containsExactly("1000", "Ada Ahlström", "100.0%", "1", "0", "1", "0", "0", "0", "L");
  }

  @Test
  void write_studentWhoLeft_isPale() {
    LessonMarks first = marks(Map.of("9", Status.PRESENT));
    ClassGrid grid = ClassGrid.of(MadeUpClass.roster(1), List.of(first));

    XSSFSheet page = written(grid);

    assertThat(Sheets.ink(Sheets.at(page, "B7"))).isEqualTo(CellFormat.INK);
    assertThat(Sheets.ink(Sheets.at(page, "B8"))).isEqualTo(CellFormat.PALE_INK);
  }

  @Test
  void write_totals_standBelowABlankRow() {
    LessonMarks first = marks(Map.of("1000", Status.LATE, "1001", Status.REVIEW));
    ClassGrid grid = ClassGrid.of(MadeUpClass.roster(2), List.of(first));

    XSSFSheet page = written(grid);

    assertThat(Sheets.shown(page, "A9:J9")).containsOnly("");
    assertThat(Sheets.shown(page, "B10:B15"))
        .containsExactly("Present", "Late", "Left early", "Absent", "Review", "Attended");
    assertThat(Sheets.shown(page, "J10:J15")).containsExactly("0", "1", "0", "0", "1", "100%");
    assertThat(Sheets.shown(page, "C15:C15")).containsExactly("100.0%");
    assertThat(Sheets.shown(page, "F11:F11")).containsExactly("1");
    assertThat(Sheets.shown(page, "I14:I14")).containsExactly("1");
  }

  @Test
  void write_letters_areColouredByWhatTheySay() {
    assertThat(Sheets.colourRules(written(grid(2, 3))))
        .containsExactly(
            "J7:L8 \"P\" DDF1EA",
            "J7:L8 \"L\" FBEBC8",
            "J7:L8 \"E\" E7E2F5",
            "J7:L8 \"A\" F7D9D1",
            "J7:L8 \"R\" D9E8F6");
  }

  @Test
  void write_noLesson_keepsAColumnForTheFirst() {
    XSSFSheet page = written(grid(2, 0));

    assertThat(Sheets.shown(page, "C7:D7")).containsExactly("–", "0");
    assertThat(Sheets.at(page, "E7").getCellFormula()).isEqualTo("COUNTIF(J7:J7,\"P\")");
    assertThat(page.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A6:J8");
  }

  @Test
  void write_register_keepsHeadingsAndStudentsInSight() {
    XSSFSheet page = written(grid(2, 3));

    assertThat(page.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 6);
    assertThat(page.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 9);
    assertThat(page.getRepeatingRows().formatAsString()).isEqualTo("6:6");
    assertThat(page.getRepeatingColumns().formatAsString()).isEqualTo("A:I");
  }

  @ParameterizedTest
  @CsvSource({"0,1,Y", "36,1,AS", "37,2,AT", "73,3,CD"})
  void write_lessons_arePrintedThirtySixToAPage(int lessons, short pages, String lastColumn) {
    XSSFSheet page = written(grid(2, lessons));

    assertThat(page.getPrintSetup().getFitWidth()).isEqualTo(pages);
    assertThat(page.getWorkbook().getPrintArea(0))
        .isEqualTo("Register!$A$1:$%s$15".formatted(lastColumn));
  }

  @Test
  void countCell_markOfALesson_isItsTotal() {
    ClassGrid grid = grid(2, 3);
    XSSFSheet page = written(grid);

    assertThat(ClassRegisterPage.countCell(grid, 1, MarkStyle.LATE)).isEqualTo("Register!K11");
    assertThat(Sheets.at(page, "K11").getCellFormula()).isEqualTo("COUNTIF(K7:K8,\"L\")");
  }

  private static LessonMarks marks(Map<String, Status> marks) {
    return new LessonMarks(MadeUpClass.KEY, marks);
  }

  private static ClassGrid grid(int students, int lessons) {
    return ClassGrid.of(MadeUpClass.roster(students), MadeUpClass.term(students, lessons));
  }

  private static XSSFSheet written(ClassGrid grid) {
    return Sheets.reread("Register", book -> ClassRegisterPage.write(grid, book, NOTE));
  }
}
