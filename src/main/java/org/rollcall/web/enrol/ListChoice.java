package org.rollcall.web.enrol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rollcall.school.ListRow;
import org.rollcall.school.RosterColumn;
import org.rollcall.school.RosterTable;
import org.rollcall.school.text.DecodedText;
import org.rollcall.sheet.SheetReader.Worksheet;
import org.rollcall.web.kit.Exchange;

/**
 * How a file that somebody has sent is read: as chosen on the page, else as guessed.
 *
 * @param list the file
 * @param parts the readings of a text, or the names of the worksheets; the likeliest first
 * @param part the one that is taken; empty if somebody has to choose first
 * @param table the table in it
 */
record ListChoice(SentList list, List<ListPart> parts, Optional<String> part, RosterTable table) {
  private static final int ROWS_SHOWN = 8;

  ListChoice {
    parts = List.copyOf(parts);
  }

  /**
   * One way to read the file.
   *
   * @param name name of the encoding or of the worksheet
   * @param samples what it shows that others show differently
   */
  record ListPart(String name, List<String> samples) {
    ListPart {
      samples = List.copyOf(samples);
    }
  }

  static ListChoice of(SentList list, Exchange exchange) {
    String chosen = exchange.rawField("part");
    ListChoice guessed = list.isWorkbook() ? ofWorkbook(list, chosen) : ofText(list, chosen);
    // Columns that were chosen for another worksheet or encoding mean nothing for this one.
    return exchange.rawField("partBefore").equals(guessed.partName())
        ? guessed.with(exchange)
        : guessed;
  }

  private static ListChoice ofText(SentList list, String chosen) {
    DecodedText text = list.text();
    Optional<DecodedText.TextReading> reading =
        text.reading(chosen).or(() -> Optional.of(text.likeliest()).filter(any -> text.isSure()));
    return new ListChoice(
        list,
        text.readings().stream().map(one -> new ListPart(one.encoding(), one.samples())).toList(),
        reading.map(DecodedText.TextReading::encoding),
        RosterTable.of(list.name(), reading.orElse(text.likeliest()).text()));
  }

  /** A worksheet that looks like a list of students is likelier than the first one. */
  private static ListChoice ofWorkbook(SentList list, String chosen) {
    List<Worksheet> worksheets = list.worksheets();
    Worksheet likeliest =
        worksheets.stream()
            .filter(one -> one.name().equals(chosen))
            .findFirst()
            .or(
                () ->
                    worksheets.stream().filter(one -> SentList.table(one).isComplete()).findFirst())
            .orElse(worksheets.get(0));
    return new ListChoice(
        list,
        worksheets.stream().map(one -> new ListPart(one.name(), List.of())).toList(),
        Optional.of(likeliest.name()),
        SentList.table(likeliest));
  }

  private ListChoice with(Exchange exchange) {
    List<RosterColumn> columns = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      String typed = exchange.field("column" + i);
      RosterColumn guessed = table.columns().get(i);
      columns.add(
          Arrays.stream(RosterColumn.values())
              .filter(column -> column.name().equals(typed))
              .findFirst()
              .orElse(guessed));
    }
    int first = number(exchange.field("first")).orElse(table.firstStudent());
    return new ListChoice(list, parts, part, new RosterTable(table.rows(), first, columns));
  }

  private static Optional<Integer> number(String text) {
    return text.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  String partName() {
    return part.orElse("");
  }

  /** {@return whether the page shows a choice of worksheets or encodings} */
  boolean hasParts() {
    boolean unusual = !list.isWorkbook() && !partName().equals(DecodedText.USUAL);
    return parts.size() > 1 || unusual;
  }

  /** {@return whether nothing is left to choose} */
  boolean isComplete() {
    return part.isPresent() && table.isComplete();
  }

  /** {@return the first rows, from the heading on if there is one} */
  List<ListRow> rows() {
    return table.rows().stream().limit(ROWS_SHOWN).toList();
  }
}
