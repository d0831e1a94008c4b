package org.rollcall.sheet;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.rollcall.model.Message;
import org.rollcall.sheet.SheetReader.WorksheetRow;

/** Keeps the rows of a worksheet that have a text, up to a limit. */
final class RowCollector implements SheetContentsHandler {
  /** Far more rows and columns than any roster needs. */
  private static final int MOST_ROWS = 2000;

  private static final int MOST_COLUMNS = 200;

  private final String worksheet;
  private final List<WorksheetRow> rows = new ArrayList<>();
  private List<String> cells = new ArrayList<>();

  RowCollector(String worksheet) {
    this.worksheet = worksheet;
  }

  List<WorksheetRow> rows() {
    return rows;
  }

  @Override
  public void startRow(int row) {
    cells = new ArrayList<>();
  }

  @Override
  public void cell(String reference, String text, XSSFComment comment) {
    int column = reference == null ? cells.size() : new CellReference(reference).getCol();
    if (text == null || text.isBlank()) {
      return;
    }
    if (column >= MOST_COLUMNS) {
      throw new UnreadableSheet(
          Message.of(RosterFault.TOO_MANY_COLUMNS, worksheet, column + 1, MOST_COLUMNS));
    }
    while (cells.size() <= column) {
      cells.add("");
    }
    cells.set(column, text);
  }

  @Override
  public void endRow(int row) {
    if (cells.isEmpty()) {
      return;
    }
    if (rows.size() >= MOST_ROWS) {
      throw new UnreadableSheet(Message.of(RosterFault.TOO_MANY_ROWS, worksheet, MOST_ROWS));
    }
    rows.add(new WorksheetRow(row + 1, cells));
  }
}
