package org.rollcall.mail;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Renders mails as plain text. */
final class PlainText {
  private static final String GAP = "  ";

  private PlainText() {}

  static String of(MailBody body) {
    return body.blocks().stream().map(PlainText::text).collect(joining("\n\n", "", "\n"));
  }

  private static String text(MailBody.Block block) {
    if (block instanceof MailBody.Heading heading) {
      return heading.text() + "\n" + "=".repeat(heading.text().length());
    }
    if (block instanceof MailBody.Link link) {
      return link.text() + ":\n" + link.address();
    }
    if (block instanceof MailBody.MailTable table) {
      return text(table);
    }
    return ((MailBody.Paragraph) block).text();
  }

  private static String text(MailBody.MailTable table) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(table.headings());
    rows.addAll(table.rows());
    List<Integer> widths =
        IntStream.range(0, table.headings().size())
            .mapToObj(i -> rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
            .toList();
    return rows.stream().map(row -> line(row, widths)).collect(joining("\n"));
  }

  private static String line(List<String> row, List<Integer> widths) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> row.get(i) + " ".repeat(widths.get(i) - row.get(i).length()))
        .collect(joining(GAP))
        .stripTrailing();
  }
}
