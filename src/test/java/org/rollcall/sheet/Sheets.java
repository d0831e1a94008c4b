package org.rollcall.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What a teacher does to a sheet, and what a reader sees in it. */
public final class Sheets {
  private Sheets() {}

  /** Something that a person does with a workbook in a spreadsheet program. */
  interface Work {
    void on(XSSFWorkbook workbook);
  }

  static XSSFWorkbook open(Path xlsx) throws IOException {
    try (InputStream in = Files.newInputStream(xlsx)) {
      return new XSSFWorkbook(in);
    }
  }

  /** Opens a sheet, works on it and saves it. */
  static void edit(Path xlsx, Work work) throws IOException {
    try (XSSFWorkbook workbook = open(xlsx)) {
      work.on(workbook);
      try (OutputStream out = Files.newOutputStream(xlsx)) {
        workbook.write(out);
      }
    }
  }

  /** Types a correction of a student's mark. */
  public static void correct(Path xlsx, String id, String mark) throws IOException {
    type(xlsx, id, Column.CORRECTION, mark);
  }

  /** {@return what stands as correction of a student's mark} */
  public static String correction(Path xlsx, String id) throws IOException {
    try (XSSFWorkbook workbook = open(xlsx)) {
      return cell(workbook, id, Column.CORRECTION).getStringCellValue();
    }
  }

  /** Types a text into the row of a student. */
  static void type(Path xlsx, String id, Column column, String text) throws IOException {
    edit(xlsx, workbook -> cell(workbook, id, column).setCellValue(text));
  }

  /** {@return the cell of a student in the register as written} */
  static XSSFCell cell(XSSFWorkbook workbook, String id, Column column) {
    XSSFSheet register = workbook.getSheet(RegisterPage.NAME);
    for (Row row : register) {
      Cell first = row.getCell(0);
      if (row.getRowNum() >= RegisterPage.FIRST_ROW && first.getStringCellValue().equals(id)) {
        return (XSSFCell) row.getCell(column.index());
      }
    }
    throw new AssertionError("No row of student " + id);
  }

  /** {@return for each formula of a workbook its name and its stored result} */
  static List<String> formulaResults(XSSFWorkbook workbook) {
    List<String> results = new ArrayList<>();
    for (Sheet sheet : workbook) {
      for (Row row : sheet) {
        for (Cell cell : row) {
          if (cell.getCellType() == CellType.FORMULA) {
            boolean text = cell.getCachedFormulaResultType() == CellType.STRING;
            results.add(
                sheet.getSheetName()
                    + cell.getAddress()
                    + " = "
                    + (text ? cell.getStringCellValue() : cell.getNumericCellValue()));
          }
        }
      }
    }
    return results;
  }
}
