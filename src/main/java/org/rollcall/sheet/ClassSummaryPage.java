package org.rollcall.sheet;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Tally;

/**
 * A worksheet of a class register that counts the students by lesson and mark, as a table and a
 * chart.
 */
final class ClassSummaryPage {
  private static final String NAME = "Summary";
  private static final int HEADING_ROW = 2;
  private static final int FIRST_ROW = HEADING_ROW + 1;
  private static final int SHARE = 1 + MarkStyle.values().length;
  private static final int CHART_COLUMN = SHARE + 2;
  private static final int CHART_COLUMNS = 10;
  private static final int CHART_ROWS = 22;
  private static final DateTimeFormatter LESSON =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final ClassGrid grid;
  private final Page page;

  private ClassSummaryPage(ClassGrid grid, Page page) {
    this.grid = grid;
    this.page = page;
  }

  static void write(ClassGrid grid, Book book) {
    new ClassSummaryPage(grid, book.page(NAME)).write();
  }

  private void write() {
    page.widths(18, 10, 10, 11, 10, 10, 11, 3);
    page.height(0, 26);
    page.text(0, 0, "Class " + grid.className() + ": lessons", CellFormat.TITLE);
    page.text(HEADING_ROW, 0, "Lesson", CellFormat.HEADING);
    for (MarkStyle mark : MarkStyle.values()) {
      page.text(HEADING_ROW, 1 + mark.index(), mark.title(), CellFormat.HEADING);
    }
    page.text(HEADING_ROW, SHARE, "Attended", CellFormat.HEADING);
    int lessons = grid.lessons().size();
    IntStream.range(0, lessons).forEach(this::writeLesson);
    if (lessons > 0) {
      drawChart();
    }
    page.freeze(FIRST_ROW, 1);
    page.repeat(HEADING_ROW);
    int lastRow = Math.max(FIRST_ROW + lessons, HEADING_ROW + CHART_ROWS);
    page.print(lastRow, CHART_COLUMN + CHART_COLUMNS, 1);
  }

  private void writeLesson(int lesson) {
    int row = FIRST_ROW + lesson;
    Tally tally = grid.tallies().get(lesson);
    page.text(row, 0, title(grid.lessons().get(lesson).lesson()), CellFormat.MIDDLE);
    for (MarkStyle mark : MarkStyle.values()) {
      String formula = ClassRegisterPage.countCell(grid, lesson, mark);
      Formula count = Formula.of(formula, tally.count(mark.status()));
      page.formula(row, 1 + mark.index(), count, CellFormat.MIDDLE);
    }
    String share =
        "IF(SUM(B%1$d:E%1$d)=0,\"–\",SUM(B%1$d:D%1$d)/SUM(B%1$d:E%1$d))".formatted(row + 1);
    page.formula(
        row, SHARE, Formula.ofShare(share, tally), CellFormat.SHARE.format("0.0%").heavy());
  }

  private void drawChart() {
    var place =
        new XSSFClientAnchor(
            0,
            0,
            0,
            0,
            CHART_COLUMN,
            HEADING_ROW,
            CHART_COLUMN + CHART_COLUMNS,
            HEADING_ROW + CHART_ROWS);
    Chart chart = new Chart(page, place, "Students by lesson", BarDirection.COL);
    List<LessonKey> lessons = grid.lessons().stream().map(marks -> marks.lesson()).toList();
    var words =
        new Chart.ChartLabels(cells(0), lessons.stream().map(ClassSummaryPage::title).toList());
    for (MarkStyle mark : MarkStyle.values()) {
      List<Integer> counts =
          grid.tallies().stream().map(tally -> tally.count(mark.status())).toList();
      chart.layer(mark, words, new Chart.Numbers(cells(1 + mark.index()), counts));
    }
    chart.plotLayers();
  }

  private String cells(int column) {
    return "%1$s!$%2$s$%3$d:$%2$s$%4$d"
        .formatted(
            NAME,
            CellReference.convertNumToColString(column),
            FIRST_ROW + 1,
            FIRST_ROW + grid.lessons().size());
  }

  private static String title(LessonKey lesson) {
    return LESSON.format(lesson.date().atTime(lesson.start()));
  }
}
