package org.rollcall.tools;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A table on the console, row by row, to be copied into a document. */
final class MarkdownTable {
  private MarkdownTable() {}

  static void begin(String title, String... columns) {
    System.out.printf("%n%s%n%n", title);
    row((Object[]) columns);
    row(Arrays.stream(columns).map(column -> "---").toArray());
  }

  static void row(Object... cells) {
    System.out.println(
        List.of(cells).stream()
            .map(MarkdownTable::text)
            .collect(Collectors.joining(" | ", "| ", " |")));
  }

  /** {@return "97.5 % (39 of 40)", or a dash where there is nothing} */
  static String share(long part, long whole) {
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
