package org.rollcall.school;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A row of a table as it stands in a file.
 *
 * @param number number of its line or row, from 1
 * @param cells its cells, without blanks around them and signs that nobody sees
 */
public record ListRow(int number, List<String> cells) {
  /**
   * What spreadsheets and web pages leave in cells, invisibly. Those that turn the writing around
   * are not among them: they are never there by mistake.
   */
  private static final Pattern NOT_SEEN =
      Pattern.compile("[\\x{AD}\\x{200B}\\x{200E}\\x{200F}\\x{2060}\\x{FEFF}]");

  private static final Pattern BLANK = Pattern.compile("[\\p{Zs}\\t\\r\\n]+");

  public ListRow {
    cells = cells.stream().map(ListRow::clean).toList();
  }

  /**
   * Cleans a cell as this does.
   *
   * @param cell what is in the file
   * @return the same without signs that nobody sees, with single blanks between words
   */
  static String clean(String cell) {
    String seen = NOT_SEEN.matcher(cell).replaceAll("");
    String single = BLANK.matcher(seen).replaceAll(" ").strip();
    return Normalizer.normalize(single, Normalizer.Form.NFC);
  }

  /**
   * Gives a cell.
   *
   * @param column its place, from 0
   * @return the cell; empty if the row is shorter
   */
  public String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }

  /** {@return whether there is nothing in it} */
  public boolean isBlank() {
    return cells.stream().allMatch(String::isEmpty);
  }
}
