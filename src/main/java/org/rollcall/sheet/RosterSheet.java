package org.rollcall.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes the roster of a class as a workbook, the format that schools use. */
public final class RosterSheet {
  private static final String TEXT_FORMAT = "@";

  private RosterSheet() {}

  /**
   * Writes rows to the only worksheet of a workbook, all cells as text.
   *
   * @param name name of the worksheet
   * @param rows the rows, the headings first
   * @return an xlsx file
   */
  public static byte[] write(String name, List<List<String>> rows) {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      XSSFSheet sheet = book.createSheet(name);
      var text = book.createCellStyle();
      text.setDataFormat(book.createDataFormat().getFormat(TEXT_FORMAT));
      text.setQuotePrefixed(true);
      for (int i = 0; i < rows.size(); i++) {
        fill(sheet.createRow(i), rows.get(i), text);
      }
      sheet.createFreezePane(0, 1);
      for (int column = 0; column < rows.get(0).size(); column++) {
        sheet.setColumnWidth(column, 24 * 256);
      }
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fill(Row row, List<String> cells, CellStyle look) {
    for (int column = 0; column < cells.size(); column++) {
      Cell cell = row.createCell(column, CellType.STRING);
      cell.setCellStyle(look);
      cell.setCellValue(cells.get(column));
    }
  }
}
