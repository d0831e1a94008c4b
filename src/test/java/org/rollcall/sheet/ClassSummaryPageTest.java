package org.rollcall.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonMarks;
import org.rollcall.model.Status;

class ClassSummaryPageTest {
  private static final LessonMarks FIRST =
      marks(16, Map.of("1000", Status.PRESENT, "1001", Status.LATE, "1002", Status.ABSENT));
  private static final LessonMarks SECOND =
      marks(17, Map.of("1000", Status.REVIEW, "1001", Status.REVIEW));

  @Test
  void write_lessons_areRowsByDate() {
    XSSFSheet page = written(SECOND, FIRST);

    assertThat(Sheets.shown(page, "A1:A1")).containsExactly("Class 7A: lessons");
    assertThat(Sheets.shown(page, "A3:G5"))
        .containsExactly(
            "Lesson",
            "Present",
            "Late",
            "Left early",
            "Absent",
            "Review",
            "Attended",
            "2026-11-16 09:00",
            "1",
            "1",
            "0",
            "1",
            "0",
            "66.7%",
            "2026-11-17 09:00",
            "0",
            "0",
            "0",
            "0",
            "2",
            "–");
  }

  @Test
  void write_counts_areThoseOfTheRegister() {
    XSSFSheet page = written(FIRST, SECOND);

    // Three students in rows 7 to 9, a blank row, and the totals from row 11 on.
    assertThat(Sheets.at(page, "B4").getCellFormula()).isEqualTo("Register!J11");
    assertThat(Sheets.at(page, "F5").getCellFormula()).isEqualTo("Register!K15");
  }

  @Test
  void write_letterTypedIntoTheRegister_rowFollows() {
    XSSFSheet page = written(FIRST, SECOND);
    XSSFWorkbook workbook = page.getWorkbook();

    Sheets.at(workbook.getSheet("Register"), "K7").setCellValue("A");
    workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();

    assertThat(Sheets.shown(page, "B5:G5")).containsExactly("0", "0", "0", "1", "1", "0.0%");
  }

  @Test
  void write_lessons_areDrawnAsStackedBars() {
    XSSFSheet page = written(FIRST, SECOND);

    var plot = page.getDrawingPatriarch().getCharts().get(0).getCTChart().getPlotArea();
    assertThat(plot.getBarChartArray(0).getSerList())
        .extracting(series -> series.getVal().getNumRef().getF())
        .containsExactly(
            "Summary!$B$4:$B$5",
            "Summary!$C$4:$C$5",
            "Summary!$D$4:$D$5",
            "Summary!$E$4:$E$5",
            "Summary!$F$4:$F$5");
    assertThat(plot.getBarChartArray(0).getSerArray(0).getCat().getStrRef().getF())
        .isEqualTo("Summary!$A$4:$A$5");
  }

  @Test
  void write_noLesson_hasNoChart() {
    XSSFSheet page = written();

    assertThat(page.getDrawingPatriarch()).isNull();
    assertThat(page.getLastRowNum()).isEqualTo(2);
  }

  @Test
  void write_fewLessons_arePrintedWithTheWholeChart() {
    assertThat(written(FIRST).getWorkbook().getPrintArea(1)).isEqualTo("Summary!$A$1:$S$25");
  }

  @Test
  void write_manyLessons_arePrintedToTheLast() {
    LessonMarks[] term = MadeUpClass.term(3, 40).toArray(LessonMarks[]::new);

    assertThat(written(term).getWorkbook().getPrintArea(1)).isEqualTo("Summary!$A$1:$S$44");
  }

  private static LessonMarks marks(int day, Map<String, Status> marks) {
    LocalDate date = LocalDate.of(2026, 11, day);
    return new LessonMarks(new LessonKey("7A", date, LocalTime.of(9, 0)), marks);
  }

  private static XSSFSheet written(LessonMarks... lessons) {
    ClassGrid grid = ClassGrid.of(MadeUpClass.roster(3), List.of(lessons));
    return Sheets.reread(
        "Summary",
        book -> {
          // What the counts refer to.
          ClassRegisterPage.write(grid, book, "");
          ClassSummaryPage.write(grid, book);
        });
  }
}
