package org.rollcall.sheet;

import java.util.Arrays;
import java.util.List;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Tally;

/** A worksheet that counts the students by mark, in numbers and as a chart. Follows corrections. */
final class SummaryPage {
  private static final String NAME = "Summary";
  private static final int HEADING_ROW = 2;
  private static final int FIRST_ROW = HEADING_ROW + 1;
  private static final int TOTAL_ROW = FIRST_ROW + MarkStyle.values().length;
  private static final int ATTENDED_ROW = TOTAL_ROW + 1;
  private static final int LAST_ROW = 28;
  private static final int LAST_COLUMN = 13;

  private final LessonRegister register;
  private final Page page;
  private final int total;

  private SummaryPage(LessonRegister register, Page page) {
    this.register = register;
    this.page = page;
    this.total = register.rows().size();
  }

  static void write(LessonRegister register, Book book) {
    new SummaryPage(register, book.page(NAME)).write();
  }

  private void write() {
    page.widths(26, 11, 11, 4);
    page.height(0, 26);
    page.text(0, 0, "Summary", CellFormat.TITLE);
    List<String> headings = List.of("Mark", "Students", "Share");
    for (int column = 0; column < headings.size(); column++) {
      page.text(HEADING_ROW, column, headings.get(column), CellFormat.HEADING);
    }
    for (MarkStyle mark : MarkStyle.values()) {
      writeMark(FIRST_ROW + mark.index(), mark);
    }
    writeTotal();
    drawChart();
    page.print(LAST_ROW, LAST_COLUMN, 1);
  }

  private void writeMark(int row, MarkStyle mark) {
    int count = RegisterPage.count(register, mark);
    page.height(row, 20);
    page.text(row, 0, mark.title(), CellFormat.of(mark));
    String counted = RegisterPage.countFormula(register, mark);
    page.formula(row, 1, Formula.of(counted, count), CellFormat.MIDDLE);
    String share = "IF(B$%2$d=0,0,B%1$d/B$%2$d)".formatted(row + 1, TOTAL_ROW + 1);
    double present = total == 0 ? 0 : (double) count / total;
    page.formula(row, 2, Formula.of(share, present), CellFormat.SHARE);
  }

  private void writeTotal() {
    CellFormat strong = CellFormat.MIDDLE.heavy().fill(CellFormat.PALE);
    page.height(TOTAL_ROW, 20);
    page.text(TOTAL_ROW, 0, "All students", strong);
    String sum = "SUM(B%d:B%d)".formatted(FIRST_ROW + 1, TOTAL_ROW);
    page.formula(TOTAL_ROW, 1, Formula.of(sum, total), strong);
    page.text(TOTAL_ROW, 2, "", strong);
    writeAttended(strong);
    page.text(ATTENDED_ROW + 2, 0, "Attended: present, late or left early.", CellFormat.NOTE);
    page.text(ATTENDED_ROW + 3, 0, "Review is not decided yet, so it", CellFormat.NOTE);
    page.text(ATTENDED_ROW + 4, 0, "counts neither way.", CellFormat.NOTE);
  }

  private void writeAttended(CellFormat strong) {
    Tally tally = Tally.of(register.rows().stream().map(LessonRegister.Row::status).toList());
    page.height(ATTENDED_ROW, 20);
    page.text(ATTENDED_ROW, 0, "Attended, of decided marks", strong);
    int row = FIRST_ROW + 1;
    String attended = "SUM(B%d:B%d)".formatted(row, row + 2);
    page.formula(ATTENDED_ROW, 1, Formula.of(attended, tally.attended()), strong);
    String share =
        "IF(SUM(B%1$d:B%2$d)=0,\"–\",B%3$d/SUM(B%1$d:B%2$d))"
            .formatted(row, row + 3, ATTENDED_ROW + 1);
    page.formula(ATTENDED_ROW, 2, Formula.ofShare(share, tally), strong.format("0%"));
  }

  private void drawChart() {
    var place = new XSSFClientAnchor(0, 0, 0, 0, 4, 2, LAST_COLUMN + 1, 20);
    String title = "Students by mark";
    MarkStyle[] marks = MarkStyle.values();
    var words =
        new Chart.ChartLabels(cells("A"), Arrays.stream(marks).map(MarkStyle::title).toList());
    var counts =
        new Chart.Numbers(
            cells("B"),
            Arrays.stream(marks).map(mark -> RegisterPage.count(register, mark)).toList());
    new Chart(page, place, title, BarDirection.BAR).barForEachMark(words, counts);
  }

  private static String cells(String column) {
    return "%s!$%s$%d:$%s$%d".formatted(NAME, column, FIRST_ROW + 1, column, TOTAL_ROW);
  }
}
