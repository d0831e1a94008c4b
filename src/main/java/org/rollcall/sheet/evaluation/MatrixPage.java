package org.rollcall.sheet.evaluation;

import java.util.List;
import java.util.stream.Stream;
import org.rollcall.model.Student;
import org.rollcall.model.evaluation.ConfusionMatrix;
import org.rollcall.model.evaluation.ConfusionMatrix.PredictionKind;
import org.rollcall.sheet.Book;
import org.rollcall.sheet.CellFormat;
import org.rollcall.sheet.MarkStyle;
import org.rollcall.sheet.Page;
import org.rollcall.sheet.evaluation.EvaluationSheet.MatrixFigure;

/** A worksheet with a confusion matrix as a table, and below it as an image. */
final class MatrixPage {
  private static final int HEADING_ROW = 3;
  private static final int FIRST_ROW = HEADING_ROW + 1;
  private static final int FIRST_COLUMN = 1;
  private static final double CELL_CHARACTERS = 3.6;
  private static final double POINTS_OF_A_LETTER = 5.4;
  private static final double PICTURE_SCALE = 0.6;

  private final MatrixFigure figure;
  private final ConfusionMatrix matrix;
  private final Page page;
  private final List<String> rows;
  private final List<String> columns;

  private MatrixPage(MatrixFigure figure, Page page) {
    this.figure = figure;
    this.matrix = figure.matrix();
    this.page = page;
    this.rows = names(matrix, "unknown");
    this.columns = names(matrix, "unknown", "Review");
  }

  static void write(MatrixFigure figure, int number, Book book) {
    new MatrixPage(figure, book.page("Matrix " + number)).write();
  }

  private static List<String> names(ConfusionMatrix matrix, String... last) {
    return Stream.concat(matrix.students().stream().map(Student::name), Stream.of(last)).toList();
  }

  private void write() {
    String title = figure.set() + ", classifier " + figure.classifier();
    page.widthOf(0, rows.stream());
    page.height(0, 26);
    page.text(0, 0, title, CellFormat.TITLE);
    page.text(
        1,
        0,
        "Rows: who it was, 'unknown' for absent students and strangers. Columns: who was"
            + " recognised.",
        CellFormat.NOTE);
    writeHeadings();
    for (int row = 0; row < rows.size(); row++) {
      writeRow(row);
    }
    page.freeze(FIRST_ROW, FIRST_COLUMN);
    int below = FIRST_ROW + rows.size() + 1;
    page.drawing(below, figure.picture(), PICTURE_SCALE, "Confusion matrix of " + title);
    page.print(FIRST_ROW + rows.size() - 1, columns.size(), 1);
  }

  private void writeHeadings() {
    int longest = columns.stream().mapToInt(String::length).max().orElseThrow();
    page.height(HEADING_ROW, Math.max(60, longest * POINTS_OF_A_LETTER + 14));
    page.text(HEADING_ROW, 0, "", CellFormat.HEADING);
    for (int column = 0; column < columns.size(); column++) {
      page.width(FIRST_COLUMN + column, CELL_CHARACTERS);
      page.text(HEADING_ROW, FIRST_COLUMN + column, columns.get(column), CellFormat.HEADING.turn());
    }
  }

  private void writeRow(int row) {
    page.text(FIRST_ROW + row, 0, rows.get(row), CellFormat.BODY);
    for (int column = 0; column < columns.size(); column++) {
      int count = matrix.count(row, column);
      if (count == 0) {
        page.text(FIRST_ROW + row, FIRST_COLUMN + column, "", CellFormat.MIDDLE);
      } else {
        CellFormat look = CellFormat.of(mark(matrix.kind(row, column)));
        page.number(FIRST_ROW + row, FIRST_COLUMN + column, count, look);
      }
    }
  }

  /** Gives the mark whose colours fit a kind of prediction. */
  private static MarkStyle mark(PredictionKind kind) {
    return switch (kind) {
      case RIGHT -> MarkStyle.PRESENT;
      case REVIEW -> MarkStyle.REVIEW;
      case MISSED -> MarkStyle.LATE;
      case WRONG -> MarkStyle.ABSENT;
    };
  }
}
