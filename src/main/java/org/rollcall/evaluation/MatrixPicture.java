package org.rollcall.evaluation;

import java.awt.Color;
import java.awt.Rectangle;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rollcall.evaluation.Canvas.Text;
import org.rollcall.model.Student;
import org.rollcall.model.evaluation.ConfusionMatrix;
import org.rollcall.model.evaluation.ConfusionMatrix.PredictionKind;
import org.rollcall.model.picture.Png;

/** Draws a confusion matrix as an image. Every coloured cell also shows its number. */
final class MatrixPicture {
  private static final int CELL = 34;
  private static final int LETTERS = 12;
  private static final int TITLE_LETTERS = 18;
  private static final int MARGIN = 24;
  private static final int GAP = 8;
  private static final int SWATCH = 22;
  private static final int MOST_NAME = 26;

  private static final Color INK = new Color(0x1F2933);
  private static final Color PALE_INK = new Color(0x5B6775);
  private static final Color RULE = new Color(0xE3E8EC);
  private static final Color STRONG_RULE = new Color(0x9AA7B2);

  private final ConfusionMatrix matrix;
  private final List<Text> rowNames;
  private final List<Text> columnNames;
  private final int left;
  private final int top;
  private final int rows;
  private final int columns;

  private MatrixPicture(ConfusionMatrix matrix) {
    this.matrix = matrix;
    this.rowNames = names(matrix, "unknown");
    this.columnNames = names(matrix, "unknown", "Review");
    this.rows = rowNames.size();
    this.columns = columnNames.size();
    int header = MARGIN + 4 * TITLE_LETTERS + 2 * GAP;
    this.left = MARGIN + widest(rowNames) + GAP;
    this.top = header + widest(columnNames) + GAP;
  }

  /**
   * Draws a matrix.
   *
   * @param title title of the image
   * @param matrix the matrix
   * @return the image
   */
  static Png draw(String title, ConfusionMatrix matrix) {
    return new MatrixPicture(matrix).draw(title);
  }

  private static List<Text> names(ConfusionMatrix matrix, String... last) {
    return Stream.concat(matrix.students().stream().map(MatrixPicture::name), Stream.of(last))
        .map(name -> new Text(name, LETTERS, INK))
        .toList();
  }

  private static String name(Student student) {
    String name = student.name().replace('_', ' ');
    return name.length() > MOST_NAME ? name.substring(0, MOST_NAME - 2) + ".." : name;
  }

  private static int widest(List<Text> texts) {
    return texts.stream().mapToInt(Text::width).max().orElse(0);
  }

  private Png draw(String title) {
    Text heading = new Text(title, TITLE_LETTERS, INK);
    Text explanation =
        new Text("Rows: who it was.  Columns: who was recognised.", LETTERS, PALE_INK);
    Map<PredictionKind, Text> legend = legend();
    int width =
        Stream.of(left + columns * CELL, MARGIN + heading.width(), MARGIN + legendWidth(legend))
                .max(Integer::compare)
                .orElseThrow()
            + MARGIN;
    int height = top + rows * CELL + 3 * GAP + SWATCH + MARGIN;
    try (Canvas canvas = new Canvas(width, height)) {
      canvas.text(MARGIN, MARGIN + TITLE_LETTERS / 2, heading);
      canvas.text(MARGIN, MARGIN + 5 * TITLE_LETTERS / 2, explanation);
      drawNames(canvas);
      drawCells(canvas);
      drawRules(canvas);
      drawLegend(canvas, legend);
      return canvas.png();
    }
  }

  private void drawNames(Canvas canvas) {
    for (int row = 0; row < rows; row++) {
      canvas.textBefore(left - GAP, top + row * CELL + CELL / 2, rowNames.get(row));
    }
    for (int column = 0; column < columns; column++) {
      canvas.textUpwards(left + column * CELL + CELL / 2, top - GAP, columnNames.get(column));
    }
  }

  private void drawCells(Canvas canvas) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        drawCell(canvas, row, column);
      }
    }
  }

  /** Draws a cell, unless nothing was counted in it. */
  private void drawCell(Canvas canvas, int row, int column) {
    int count = matrix.count(row, column);
    if (count == 0) {
      return;
    }
    int x = left + column * CELL;
    int y = top + row * CELL;
    String number = count < 1000 ? String.valueOf(count) : count / 1000 + "k";
    canvas.fill(new Rectangle(x, y, CELL, CELL), color(matrix.kind(row, column)));
    canvas.textAround(x + CELL / 2, y + CELL / 2, new Text(number, LETTERS, Color.WHITE));
  }

  /** Draws the grid; rules next to rows and columns that are not students are stronger. */
  private void drawRules(Canvas canvas) {
    int students = matrix.unknown();
    for (int row = 0; row <= rows; row++) {
      Color color = row == 0 || row >= students ? STRONG_RULE : RULE;
      canvas.fill(new Rectangle(left, top + row * CELL, columns * CELL, 1), color);
    }
    for (int column = 0; column <= columns; column++) {
      Color color = column == 0 || column >= students ? STRONG_RULE : RULE;
      canvas.fill(new Rectangle(left + column * CELL, top, 1, rows * CELL + 1), color);
    }
  }

  private static Map<PredictionKind, Text> legend() {
    Map<PredictionKind, Text> legend = new EnumMap<>(PredictionKind.class);
    for (PredictionKind kind : PredictionKind.values()) {
      legend.put(kind, new Text(words(kind), LETTERS, INK));
    }
    return legend;
  }

  private static int legendWidth(Map<PredictionKind, Text> legend) {
    return legend.values().stream().mapToInt(MatrixPicture::entryWidth).sum();
  }

  private static int entryWidth(Text text) {
    return SWATCH + GAP + text.width() + 2 * GAP;
  }

  private void drawLegend(Canvas canvas, Map<PredictionKind, Text> legend) {
    int x = MARGIN;
    int y = top + rows * CELL + 3 * GAP;
    for (Map.Entry<PredictionKind, Text> entry : legend.entrySet()) {
      canvas.fill(new Rectangle(x, y, SWATCH, SWATCH), color(entry.getKey()));
      canvas.text(x + SWATCH + GAP, y + SWATCH / 2, entry.getValue());
      x += entryWidth(entry.getValue());
    }
  }

  private static String words(PredictionKind kind) {
    return switch (kind) {
      case RIGHT -> "right";
      case REVIEW -> "left for a person to decide";
      case MISSED -> "missed";
      case WRONG -> "taken for someone else";
    };
  }

  /** Colours that colour-blind people can tell apart, dark enough for white numbers. */
  private static Color color(PredictionKind kind) {
    return switch (kind) {
      case RIGHT -> new Color(0x2E8B74);
      case REVIEW -> new Color(0x3F7FBB);
      case MISSED -> new Color(0xB9801A);
      case WRONG -> new Color(0xB3402A);
    };
  }
}
