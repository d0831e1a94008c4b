package org.rollcall.sheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;

/**
 * A table in a worksheet, found by its headings wherever they are: people move columns, insert rows
 * and sort.
 */
public final class HeadedTable {
  private final Sheet sheet;
  private final int headingRow;
  private final Map<String, Integer> columns;
  private final List<CellRangeAddress> merged;

  private HeadedTable(Sheet sheet, int headingRow, Map<String, Integer> columns) {
    this.sheet = sheet;
    this.headingRow = headingRow;
    this.columns = columns;
    this.merged = sheet.getMergedRegions();
  }

  /**
   * Finds the first table of each worksheet that has some headings.
   *
   * @param sheets the worksheets
   * @param headings the headings, in any order
   * @return the tables, in the order of the worksheets
   */
  public static List<HeadedTable> find(Iterable<? extends Sheet> sheets, String... headings) {
    List<HeadedTable> tables = new ArrayList<>();
    for (Sheet sheet : sheets) {
      find(sheet, List.of(headings)).ifPresent(tables::add);
    }
    return tables;
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

  private static Map<String, Integer> columns(Row row) {
    Map<String, Integer> columns = new HashMap<>();
    for (Cell cell : row) {
      columns.putIfAbsent(CellText.of(cell), cell.getColumnIndex());
    }
    columns.remove("");
    return columns;
  }

  /** {@return name of the worksheet} */
  public String worksheet() {
    return sheet.getSheetName();
  }

  /** {@return all rows below the headings, even those without text} */
  public List<TableRow> lines() {
    return IntStream.rangeClosed(headingRow + 1, sheet.getLastRowNum())
        .mapToObj(sheet::getRow)
        .filter(Objects::nonNull)
        .map(TableRow::new)
        .toList();
  }

  /**
   * Returns the rows with text below a heading.
   *
   * @param heading the heading
   * @return the rows, from the top
   */
  public List<TableRow> linesWith(String heading) {
    return lines().stream().filter(line -> !line.text(heading).isEmpty()).toList();
  }

  /** A row of the table. */
  public final class TableRow {
    private final Row row;

    private TableRow(Row row) {
      this.row = row;
    }

    /**
     * Returns the text below a heading.
     *
     * @param heading the heading
     * @return the text; empty for an empty cell, and if there is no such heading
     */
    public String text(String heading) {
      return cell(heading).map(CellText::of).orElse("");
    }

    /**
     * Returns the cell below a heading.
     *
     * @param heading the heading
     * @return the cell, or the topmost of those with which it is merged; empty if there is none, or
     *     it is merged with cells to its left
     */
    public Optional<Cell> cell(String heading) {
      return Optional.ofNullable(columns.get(heading)).flatMap(this::cell);
    }

    private Optional<Cell> cell(int column) {
      return merged.stream()
          .filter(region -> region.isInRange(row.getRowNum(), column))
          .findFirst()
          .map(region -> region.getFirstColumn() == column ? region.getFirstRow() : -1)
          .or(() -> Optional.of(row.getRowNum()))
          .map(sheet::getRow)
          .map(first -> first.getCell(column));
    }

    /**
     * Names the cell below a heading, for messages.
     *
     * @param heading one of the headings of the table
     * @return such as {@code 'Register'!K9}
     */
    public String address(String heading) {
      return HeadedTable.address(sheet, row.getRowNum(), columns.get(heading));
    }

    /**
     * Returns the cells with text in other columns.
     *
     * @param headings headings of the columns to leave out
     * @return the cells, from the left
     */
    public List<Cell> others(Collection<String> headings) {
      Set<Integer> leftOut =
          headings.stream().map(columns::get).filter(Objects::nonNull).collect(Collectors.toSet());
      return StreamSupport.stream(row.spliterator(), false)
          .filter(cell -> !leftOut.contains(cell.getColumnIndex()))
          .filter(cell -> !CellText.of(cell).isEmpty())
          .toList();
    }

    /**
     * Joins the texts of some columns.
     *
     * @param columns the columns
     * @return the texts that are not empty
     */
    public String join(Column... columns) {
      return Stream.of(columns)
          .map(column -> text(column.heading()))
          .filter(text -> !text.isEmpty())
          .collect(Collectors.joining(" "));
    }

    /** {@return the row in the worksheet, from 0} */
    public int number() {
      return row.getRowNum();
    }
  }

  /**
   * Names a cell, for messages.
   *
   * @param cell the cell
   * @return such as {@code 'Register'!K9}
   */
  public static String address(Cell cell) {
    return address(cell.getSheet(), cell.getRowIndex(), cell.getColumnIndex());
  }

  private static String address(Sheet sheet, int row, int column) {
    String letters = CellReference.convertNumToColString(column);
    return "'" + sheet.getSheetName() + "'!" + letters + (row + 1);
  }
}
