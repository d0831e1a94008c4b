package org.rollcall.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Status;

class SummaryPageTest {
  @Test
  void write_everyKindOfMark_isCountedWithItsShare() {
    XSSFSheet page = written(MadeUpClass.register(12, 50));

    assertThat(Sheets.shown(page, "A3:C9"))
        .containsExactly(
            "Mark",
            "Students",
            "Share",
            "Present",
            "8",
            "67%",
            "Late",
            "1",
            "8%",
            "Left early",
            "1",
            "8%",
            "Absent",
            "1",
            "8%",
            "Review",
            "1",
            "8%",
            "All students",
            "12",
            "");
  }

  @Test
  void write_attended_areOfThoseDecided() {
    XSSFSheet page = written(MadeUpClass.register(12, 50));

    assertThat(Sheets.shown(page, "A10:C10"))
        .containsExactly("Attended, of decided marks", "10", "91%");
    assertThat(Sheets.at(page, "C10").getNumericCellValue()).isEqualTo(10.0 / 11);
  }

  @Test
  void write_nothingDecided_hasNoShareOfAttended() {
    List<LessonRegister.Row> rows = List.of(MadeUpClass.row(0, Status.REVIEW, 50));

    XSSFSheet page = written(MadeUpClass.register(rows, 50));

    assertThat(Sheets.shown(page, "B10:C10")).containsExactly("0", "–");
  }

  @Test
  void write_noStudents_sharesAreZero() {
    XSSFSheet page = written(MadeUpClass.register(List.of(), 50));

    assertThat(Sheets.shown(page, "C4:C8")).containsOnly("0%");
    assertThat(Sheets.shown(page, "B9:C10")).containsExactly("0", "", "0", "–");
  }

  @Test
  void write_correctedInTheRegisterLater_countsFollow() {
    XSSFSheet page = written(MadeUpClass.register(12, 50));
    XSSFWorkbook workbook = page.getWorkbook();

    Sheets.cell(workbook, "1000", Column.CORRECTION).setCellValue("Absent");
    workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();

    assertThat(Sheets.shown(page, "B4:B10")).containsExactly("7", "1", "1", "2", "1", "12", "9");
    assertThat(Sheets.shown(page, "C10:C10")).containsExactly("82%");
  }

  @ParameterizedTest
  @EnumSource
  void write_mark_hasItsColours(MarkStyle mark) {
    var cell = Sheets.at(written(MadeUpClass.register(1, 50)), "A" + (4 + mark.index()));

    assertThat(cell.getStringCellValue()).isEqualTo(mark.title());
    assertThat(Sheets.fill(cell)).isEqualTo(mark.fill());
    assertThat(Sheets.ink(cell)).isEqualTo(mark.ink());
  }

  @Test
  void write_counts_areDrawnBesideTheTable() {
    XSSFSheet page = written(MadeUpClass.register(12, 50));

    var drawing = page.getDrawingPatriarch();
    assertThat(drawing.getCharts())
        .singleElement()
        .extracting(chart -> chart.getTitleText().getString())
        .isEqualTo("Students by mark");
    var series =
        drawing.getCharts().get(0).getCTChart().getPlotArea().getBarChartArray(0).getSerArray(0);
    assertThat(series.getCat().getStrRef().getF()).isEqualTo("Summary!$A$4:$A$8");
    assertThat(series.getVal().getNumRef().getF()).isEqualTo("Summary!$B$4:$B$8");
  }

  @Test
  void write_page_isPrintedWithItsChart() {
    XSSFSheet page = written(MadeUpClass.register(1, 50));

    assertThat(page.getWorkbook().getPrintArea(1)).isEqualTo("Summary!$A$1:$N$29");
  }

  private static XSSFSheet written(LessonRegister register) {
    return Sheets.reread(
        "Summary",
        book -> {
          // What the counts refer to.
          RegisterPage.write(register, List.of(), book);
          SummaryPage.write(register, book);
        });
  }
}
