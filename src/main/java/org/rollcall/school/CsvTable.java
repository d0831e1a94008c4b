package org.rollcall.school;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.rollcall.model.Message;

/**
 * A table as exported by a spreadsheet: a header, then rows.
 *
 * <p>Columns may be in any order and any letter case; blank lines and spaces around a cell are
 * ignored. Problems never quote a cell, since a misplaced column may hold a name.
 *
 * @param rows the non-blank rows below the header
 */
record CsvTable(List<CsvCells> rows) {
  /**
   * A row, addressed by column name.
   *
   * @param line line number in the file, from 1
   * @param cells cells by lower-case column name
   */
  record CsvCells(int line, Map<String, String> cells) {
    /** {@return the cell; blank if the row or the table lacks it} */
    String cell(String column) {
      return cells.getOrDefault(column, "");
    }
  }

  /**
   * The columns of a table.
   *
   * @param required columns that must be present
   * @param optional columns that may be present
   */
  record CsvColumns(List<String> required, List<String> optional) {
    Message inWords() {
      return Message.of(Fault.HEADER, String.join(",", required), String.join(",", optional));
    }

    List<String> all() {
      List<String> all = new ArrayList<>(required);
      all.addAll(optional);
      return all;
    }
  }

  /**
   * Parses a table as far as possible.
   *
   * @param text content of the file
   * @param columns the expected columns
   * @param problems collects the faults in the text and its header
   * @return the table; empty if the header is unusable
   */
  static CsvTable read(String text, CsvColumns columns, Problems problems) {
    List<ListRow> lines =
        CsvRows.read(
            text, row -> inLowerCase(row).cells().containsAll(columns.required()), problems);
    if (lines.isEmpty()) {
      problems.addForFile(Message.of(Fault.NO_LINE), columns.inWords());
      return new CsvTable(List.of());
    }
    ListRow header = inLowerCase(lines.get(0));
    if (!header.cells().containsAll(columns.required())) {
      problems.add(header.number(), "", Message.of(Fault.NO_HEADER), columns.inWords());
      return new CsvTable(List.of());
    }
    checkHeader(header, columns, problems);
    return new CsvTable(
        lines.stream().skip(1).map(line -> row(line, header.cells(), problems)).toList());
  }

  private static ListRow inLowerCase(ListRow header) {
    return new ListRow(
        header.number(),
        header.cells().stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList());
  }

  private static void checkHeader(ListRow header, CsvColumns columns, Problems problems) {
    Set<String> seen = new LinkedHashSet<>();
    for (String column : header.cells()) {
      if (column.isEmpty()) {
        continue;
      }
      if (!columns.all().contains(column)) {
        String nearest = Nearest.to(column, columns.all()).orElseThrow();
        problems.add(
            header.number(),
            column,
            Message.of(Fault.UNKNOWN_COLUMN),
            Message.of(Fault.COLUMN_SUCH_AS, nearest));
      } else if (!seen.add(column)) {
        problems.add(
            header.number(),
            column,
            Message.of(Fault.REPEATED_COLUMN),
            Message.of(Fault.EACH_COLUMN_ONCE));
      }
    }
  }

  private static CsvCells row(ListRow line, List<String> header, Problems problems) {
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < line.cells().size(); i++) {
      String column = i < header.size() ? header.get(i) : "";
      String cell = line.cells().get(i);
      if (!column.isEmpty()) {
        cells.put(column, cell);
      } else if (!cell.isEmpty()) {
        problems.add(
            line.number(),
            "",
            Message.of(Fault.CELL_WITHOUT_COLUMN),
            Message.of(Fault.AS_MANY_CELLS));
      }
    }
    return new CsvCells(line.number(), cells);
  }
}
