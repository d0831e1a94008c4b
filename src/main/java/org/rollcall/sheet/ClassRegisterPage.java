package org.rollcall.sheet;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonMarks;
import org.rollcall.model.Tally;

/**
 * The first worksheet of a class register: a row for each student, a column for each lesson, and
 * totals.
 */
final class ClassRegisterPage {
  static final String NAME = "Register";

  private static final int HEADING_ROW = 5;
  private static final int FIRST_ROW = HEADING_ROW + 1;
  private static final int SHARE = 2;
  private static final int TAKEN = 3;
  private static final int FIRST_COUNT = 4;
  private static final int FIRST_LESSON = FIRST_COUNT + MarkStyle.values().length;
  private static final int LESSONS_ON_A_PAGE = 36;

  private final ClassGrid grid;
  private final Page page;
  private final int lastRow;
  private final int lastColumn;

  private ClassRegisterPage(ClassGrid grid, Page page) {
    this.grid = grid;
    this.page = page;
    this.lastRow = FIRST_ROW + Math.max(0, grid.lines().size() - 1);
    // Without a lesson, one empty column stands in for those to come.
    this.lastColumn = FIRST_LESSON + Math.max(0, grid.lessons().size() - 1);
  }

  static void write(ClassGrid grid, Book book, String note) {
    new ClassRegisterPage(grid, book.page(NAME)).write(note);
  }

  /** {@return the cell with the number of students who have a mark in a lesson} */
  static String countCell(ClassGrid grid, int lesson, MarkStyle mark) {
    int row = totalRow(FIRST_ROW + Math.max(0, grid.lines().size() - 1), mark);
    return "%s!%s%d".formatted(NAME, letters(FIRST_LESSON + lesson), row + 1);
  }

  private void write(String note) {
    writeWidths();
    writeHeader(note);
    writeHeadings();
    for (int index = 0; index < grid.lines().size(); index++) {
      writeLine(FIRST_ROW + index, grid.lines().get(index));
    }
    writeTotals();
    var marks = new CellRangeAddress(FIRST_ROW, lastRow, FIRST_LESSON, lastColumn);
    LiveColours.letters(page, marks);
    page.freeze(FIRST_ROW, FIRST_LESSON);
    page.filter(HEADING_ROW, lastRow, lastColumn);
    page.idsAreText(FIRST_ROW, lastRow);
    int pages = 1 + (grid.lessons().size() - 1) / LESSONS_ON_A_PAGE;
    page.repeat(HEADING_ROW, FIRST_LESSON - 1);
    page.print(
        totalRow(lastRow, MarkStyle.REVIEW) + 1, Math.max(lastColumn, 24), Math.max(1, pages));
  }

  private void writeWidths() {
    page.widths(9, 25, 11, 8);
    page.widthOf(1, grid.lines().stream().map(ClassGrid.StudentLine::name));
    for (MarkStyle mark : MarkStyle.values()) {
      page.width(FIRST_COUNT + mark.index(), 6);
    }
    for (int column = FIRST_LESSON; column <= lastColumn; column++) {
      page.width(column, 4);
    }
  }

  private void writeHeader(String note) {
    page.height(0, 26);
    page.text(0, 0, "Class " + grid.className() + ": register", CellFormat.TITLE);
    page.text(
        1,
        0,
        "Taken: lessons with a decided mark (Present, Late, Left early or Absent). Attended: the"
            + " share of these that are not Absent.",
        CellFormat.NOTE);
    page.text(2, 0, note, CellFormat.NOTE);
    page.height(3, 18);
    page.text(3, 0, "Legend", CellFormat.NOTE);
    writeLegend();
  }

  private void writeLegend() {
    int column = 1;
    for (MarkStyle mark : MarkStyle.values()) {
      page.text(3, column, mark.letter() + "  " + mark.title(), CellFormat.of(mark));
      if (column > 1) {
        page.merge(3, column, column + 1);
      }
      column += column == 1 ? 1 : 2;
    }
  }

  private void writeHeadings() {
    page.height(HEADING_ROW, 124);
    List<String> headings = new ArrayList<>(List.of("Id", "Name", "Attended", "Taken"));
    for (MarkStyle mark : MarkStyle.values()) {
      headings.add(mark.letter());
    }
    for (int column = 0; column < headings.size(); column++) {
      page.text(HEADING_ROW, column, headings.get(column), CellFormat.HEADING);
    }
    page.text(HEADING_ROW, FIRST_LESSON, "", CellFormat.HEADING);
    CellFormat upright = CellFormat.HEADING.format("ddd d mmm yyyy hh:mm").turn();
    for (int lesson = 0; lesson < grid.lessons().size(); lesson++) {
      page.moment(HEADING_ROW, FIRST_LESSON + lesson, start(grid.lessons().get(lesson)), upright);
    }
  }

  private static LocalDateTime start(LessonMarks marks) {
    LessonKey lesson = marks.lesson();
    return lesson.date().atTime(lesson.start());
  }

  private void writeLine(int row, ClassGrid.StudentLine line) {
    page.height(row, 17);
    Tally tally = line.tally();
    page.text(row, 0, line.id(), CellFormat.BODY);
    page.text(
        row,
        1,
        line.name(),
        line.left() ? CellFormat.BODY.ink(CellFormat.PALE_INK) : CellFormat.BODY);
    page.formula(
        row,
        SHARE,
        Formula.ofShare(shareFormula(row), tally),
        CellFormat.SHARE.format("0.0%").heavy());
    String taken =
        "SUM(%s:%s)".formatted(count(row, MarkStyle.PRESENT), count(row, MarkStyle.ABSENT));
    page.formula(row, TAKEN, Formula.of(taken, tally.taken()), CellFormat.MIDDLE);
    String marks = cells(row, FIRST_LESSON, row, lastColumn);
    for (MarkStyle mark : MarkStyle.values()) {
      Formula count = Formula.of(countFormula(marks, mark), tally.count(mark.status()));
      page.formula(row, FIRST_COUNT + mark.index(), count, CellFormat.MIDDLE);
    }
    for (int lesson = 0; lesson < line.marks().size(); lesson++) {
      String letter =
          line.marks().get(lesson).map(MarkStyle::of).map(MarkStyle::letter).orElse(MarkStyle.NONE);
      page.text(row, FIRST_LESSON + lesson, letter, CellFormat.MIDDLE);
    }
  }

  private static String shareFormula(int row) {
    return "IF(SUM(%1$s:%3$s)=0,\"–\",SUM(%1$s:%2$s)/SUM(%1$s:%3$s))"
        .formatted(
            count(row, MarkStyle.PRESENT),
            count(row, MarkStyle.LEFT_EARLY),
            count(row, MarkStyle.ABSENT));
  }

  private void writeTotals() {
    Tally every = grid.tally();
    for (MarkStyle mark : MarkStyle.values()) {
      int row = totalRow(lastRow, mark);
      label(row, mark.title());
      String all = cells(FIRST_ROW, FIRST_LESSON, lastRow, lastColumn);
      int column = FIRST_COUNT + mark.index();
      CellFormat total = CellFormat.MIDDLE.fill(CellFormat.PALE);
      Formula count = Formula.of(countFormula(all, mark), every.count(mark.status()));
      page.formula(row, column, count, total.heavy());
      for (int lesson = 0; lesson < grid.lessons().size(); lesson++) {
        writeCount(row, lesson, mark, total);
      }
    }
    writeShares(totalRow(lastRow, MarkStyle.REVIEW) + 1);
  }

  private void writeCount(int row, int lesson, MarkStyle mark, CellFormat look) {
    int column = FIRST_LESSON + lesson;
    String formula = countFormula(cells(FIRST_ROW, column, lastRow, column), mark);
    int count = lessonTally(lesson).count(mark.status());
    page.formula(row, column, Formula.of(formula, count), look);
  }

  private void writeShares(int row) {
    label(row, "Attended");
    CellFormat look = CellFormat.SHARE.fill(CellFormat.PALE).heavy();
    String all =
        "IF(SUM(%1$s:%3$s)=0,\"–\",SUM(%1$s:%2$s)/SUM(%1$s:%3$s))"
            .formatted(
                count(FIRST_ROW, MarkStyle.PRESENT),
                count(lastRow, MarkStyle.LEFT_EARLY),
                count(lastRow, MarkStyle.ABSENT));
    page.formula(row, SHARE, Formula.ofShare(all, grid.tally()), look.format("0.0%"));
    for (int lesson = 0; lesson < grid.lessons().size(); lesson++) {
      String column = letters(FIRST_LESSON + lesson);
      int first = totalRow(lastRow, MarkStyle.PRESENT) + 1;
      String formula =
          "IF(SUM(%1$s%2$d:%1$s%4$d)=0,\"–\",SUM(%1$s%2$d:%1$s%3$d)/SUM(%1$s%2$d:%1$s%4$d))"
              .formatted(column, first, first + 2, first + 3);
      // A column is four characters wide.
      CellFormat narrow = look.points(7);
      Formula share = Formula.ofShare(formula, lessonTally(lesson));
      page.formula(row, FIRST_LESSON + lesson, share, narrow);
    }
  }

  private void label(int row, String text) {
    CellFormat look = CellFormat.BODY.fill(CellFormat.PALE);
    for (int column = 0; column < FIRST_LESSON; column++) {
      page.text(row, column, "", look);
    }
    page.text(row, 1, text, look.heavy().align(HorizontalAlignment.RIGHT));
  }

  private Tally lessonTally(int lesson) {
    return grid.tallies().get(lesson);
  }

  // A blank row keeps the totals out of the table when it is sorted.
  private static int totalRow(int lastRow, MarkStyle mark) {
    return lastRow + 2 + mark.index();
  }

  private static String countFormula(String cells, MarkStyle mark) {
    return "COUNTIF(%s,\"%s\")".formatted(cells, mark.letter());
  }

  private static String count(int row, MarkStyle mark) {
    return letters(FIRST_COUNT + mark.index()) + (row + 1);
  }

  private static String cells(int row, int column, int toRow, int toColumn) {
    return letters(column) + (row + 1) + ":" + letters(toColumn) + (toRow + 1);
  }

  private static String letters(int column) {
    return CellReference.convertNumToColString(column);
  }
}
