package org.rollcall.tools;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A table on the console, row by row, to be copied into a document. */
public final class MarkdownTable {
  private MarkdownTable() {}

  /**
   * Prints a title and the head of its table.
   *
   * @param title what the table shows
   * @param columns what stands over each column
   */
  public static void begin(String title, String... columns) {
    System.out.printf("%n%s%n%n", title);
    row((Object[]) columns);
    row(Arrays.stream(columns).map(column -> "---").toArray());
  }

  /**
   * Prints a row.
   *
   * @param cells numbers and texts; two digits after the point where there is one
   */
  public static void row(Object... cells) {
    System.out.println(
        List.of(cells).stream()
            .map(MarkdownTable::text)
            .collect(Collectors.joining(" | ", "| ", " |")));
  }

  /**
   * A share as text.
   *
   * @param part how many
   * @param whole of how many
   * @return "97.5 % (39 of 40)", or a dash where there is nothing
   */
  public static String share(long part, long whole) {
    return whole == 0
        ? "–"
        : String.format(Locale.ROOT, "%.1f %% (%d of %d)", 100.0 * part / whole, part, whole);
  }

  private static String text(Object cell) {
    return cell instanceof Double number
        ? String.format(Locale.ROOT, "%.2f", number)
        : cell.toString();
  }
}
