package org.rollcall.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;

/**
 * A table in a worksheet, found by its headings wherever they are: people move columns, insert rows
 * and sort.
 */
final class HeadedTable {
  private final Sheet sheet;
  private final int headingRow;
  private final Map<String, Integer> columns;

  private HeadedTable(Sheet sheet, int headingRow, Map<String, Integer> columns) {
    this.sheet = sheet;
    this.headingRow = headingRow;
    this.columns = columns;
  }

  /** {@return the first table that has all the headings} */
  static Optional<HeadedTable> find(Iterable<? extends Sheet> sheets, String... headings) {
    for (Sheet sheet : sheets) {
      Optional<HeadedTable> table = find(sheet, List.of(headings));
      if (table.isPresent()) {
        return table;
      }
    }
    return Optional.empty();
  }

  private static Optional<HeadedTable> find(Sheet sheet, List<String> headings) {
    for (Row row : sheet) {
      Map<String, Integer> columns = columns(row);
      if (columns.keySet().containsAll(headings)) {
        return Optional.of(new HeadedTable(sheet, row.getRowNum(), columns));
      }
    }
    return Optional.empty();
  }

  /** {@return the rows with text below the given heading} */
  List<TableRow> linesWith(String heading) {
    return IntStream.rangeClosed(headingRow + 1, sheet.getLastRowNum())
        .mapToObj(sheet::getRow)
        .filter(Objects::nonNull)
        .map(TableRow::new)
        .filter(line -> !line.text(heading).isEmpty())
        .toList();
  }

  /** A row of the table. */
  final class TableRow {
    private final Row row;

    private TableRow(Row row) {
      this.row = row;
    }

    /** {@return the displayed text below a heading; empty for an empty cell} */
    String text(String heading) {
      return shown(row.getCell(columns.get(heading)));
    }

    /** {@return reference to the cell below a heading, for messages} */
    String cell(String heading) {
      String letters = CellReference.convertNumToColString(columns.get(heading));
      return "'" + sheet.getSheetName() + "'!" + letters + (row.getRowNum() + 1);
    }
  }

  private static Map<String, Integer> columns(Row row) {
    Map<String, Integer> columns = new HashMap<>();
    for (Cell cell : row) {
      columns.putIfAbsent(shown(cell), cell.getColumnIndex());
    }
    return columns;
  }

  private static String shown(Cell cell) {
    DataFormatter formatter = new DataFormatter();
    formatter.setUseCachedValuesForFormulaCells(true);
    return formatter.formatCellValue(cell).strip();
  }
}
