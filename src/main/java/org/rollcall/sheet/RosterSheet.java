package org.rollcall.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.rollcall.model.Message;

/** Reads and writes the roster of a class as a workbook, the format that schools use. */
public final class RosterSheet {
  /** Far more rows and columns than any roster needs. */
  private static final int MOST_ROWS = 2000;

  private static final int MOST_COLUMNS = 30;
  private static final String TEXT_FORMAT = "@";

  private RosterSheet() {}

  /**
   * Reads the first worksheet of a workbook.
   *
   * @param workbook an xlsx file
   * @return its rows from the first one on, as texts; formulas are not evaluated
   * @throws UnreadableSheet if it is not an xlsx file, or has too many rows
   */
  public static List<List<String>> read(byte[] workbook) {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      XSSFSheet sheet = book.getSheetAt(0);
      if (sheet.getLastRowNum() >= MOST_ROWS) {
        throw new UnreadableSheet(
            Message.of(RosterFault.TOO_MANY_ROWS, sheet.getLastRowNum() + 1, MOST_ROWS));
      }
      List<List<String>> rows = new ArrayList<>();
      for (Row row : sheet) {
        rows.add(texts(row));
      }
      return rows;
    } catch (UnreadableSheet e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new UnreadableSheet(Message.of(RosterFault.NO_WORKBOOK), e);
    }
  }

  private static List<String> texts(Row row) {
    DataFormatter formatter = new DataFormatter();
    List<String> texts = new ArrayList<>();
    for (int column = 0; column < Math.min(row.getLastCellNum(), MOST_COLUMNS); column++) {
      Cell cell = row.getCell(column);
      if (cell == null) {
        texts.add("");
      } else if (cell.getCellType() == CellType.FORMULA) {
        texts.add("=" + cell.getCellFormula());
      } else {
        texts.add(formatter.formatCellValue(cell));
      }
    }
    return texts;
  }

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
