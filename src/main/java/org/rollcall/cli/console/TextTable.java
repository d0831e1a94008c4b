package org.rollcall.cli.console;

import java.util.ArrayList;
import java.util.List;

/** A text table: rows under headings in columns that fit their content, with notes below rows. */
public final class TextTable {
  private static final String GAP = "  ";

  private final List<TextRow> rows = new ArrayList<>();

  private record TextRow(List<String> cells, List<String> notes) {}

  /**
   * Starts with the headings alone.
   *
   * @param headings one for each column; may be empty text
   */
  public TextTable(String... headings) {
    add(headings);
  }

  /**
   * Adds a row below all others.
   *
   * @param cells one for each heading, in the same order; may be empty text
   */
  public void add(String... cells) {
    rows.add(new TextRow(List.of(cells), new ArrayList<>()));
  }

  /**
   * Adds a line below the last row and its other notes, across the columns.
   *
   * @param text the line as shown, including its indentation
   */
  public void note(String text) {
    rows.get(rows.size() - 1).notes.add(text);
  }

  /** {@return the lines, headings first, without trailing blanks} */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (TextRow row : rows) {
      lines.add(line(row.cells));
      lines.addAll(row.notes);
    }
    return lines;
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      line.append(cell).append(" ".repeat(width(column) - cell.length())).append(GAP);
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.cells.get(column).length()).max().orElseThrow();
  }
}
