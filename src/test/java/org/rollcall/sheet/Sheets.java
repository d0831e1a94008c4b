package org.rollcall.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFPicture;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.rollcall.model.Correction;
import org.rollcall.model.LessonRegister;

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

  /** {@return a worksheet of a book as a spreadsheet program reads it} */
  public static XSSFSheet reread(String worksheet, Consumer<Book> pages) {
    try (Book book = new Book("Test")) {
      pages.accept(book);
      return new XSSFWorkbook(new ByteArrayInputStream(book.bytes())).getSheet(worksheet);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the cell with an address such as "B3"} */
  public static XSSFCell at(XSSFSheet sheet, String address) {
    CellAddress at = new CellAddress(address);
    return sheet.getRow(at.getRow()).getCell(at.getColumn());
  }

  /** {@return what a person sees in some cells; empty for cells that are not there} */
  public static List<String> shown(XSSFSheet sheet, String cells) {
    DataFormatter formatter = new DataFormatter(Locale.ROOT);
    formatter.setUseCachedValuesForFormulaCells(true);
    return StreamSupport.stream(CellRangeAddress.valueOf(cells).spliterator(), false)
        .map(at -> sheet.getRow(at.getRow()) == null ? null : at(sheet, at.formatAsString()))
        .map(formatter::formatCellValue)
        .toList();
  }

  /** {@return the colour behind a cell, RRGGBB} */
  public static String fill(XSSFCell cell) {
    return cell.getCellStyle().getFillForegroundXSSFColor().getARGBHex().substring(2);
  }

  /** {@return the colour of the letters of a cell, RRGGBB} */
  static String ink(XSSFCell cell) {
    return cell.getCellStyle().getFont().getXSSFColor().getARGBHex().substring(2);
  }

  /** {@return the merged cells of a worksheet} */
  static List<String> merged(XSSFSheet sheet) {
    return sheet.getMergedRegions().stream().map(CellRangeAddress::formatAsString).toList();
  }

  /** {@return what a screen reader says of each picture} */
  public static List<String> descriptions(XSSFSheet sheet) {
    return sheet.getDrawingPatriarch().getShapes().stream()
        .filter(XSSFPicture.class::isInstance)
        .map(XSSFPicture.class::cast)
        .map(picture -> picture.getCTPicture().getNvPicPr().getCNvPr().getDescr())
        .toList();
  }

  /** {@return the colouring rules of a worksheet: cells, condition and fill, RRGGBB} */
  static List<String> colourRules(XSSFSheet sheet) {
    List<String> rules = new ArrayList<>();
    var formatting = sheet.getSheetConditionalFormatting();
    for (int i = 0; i < formatting.getNumConditionalFormattings(); i++) {
      var some = formatting.getConditionalFormattingAt(i);
      for (int j = 0; j < some.getNumberOfRules(); j++) {
        var rule = some.getRule(j);
        rules.add(
            some.getFormattingRanges()[0].formatAsString()
                + " "
                + rule.getFormula1()
                + " "
                + rule.getPatternFormatting()
                    .getFillBackgroundColorColor()
                    .getARGBHex()
                    .substring(2));
      }
    }
    return rules;
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

  /** Writes a sheet as Rollcall 0.1 did. */
  public static void writeAsEarlier(
      LessonRegister register, Map<String, Correction> corrections, Path xlsx) throws IOException {
    List<LessonRegister.Row> rows =
        register.rows().stream()
            .map(
                row ->
                    new LessonRegister.Row(
                        row.verdict(),
                        row.portrait(),
                        row.evidence(),
                        Optional.ofNullable(corrections.get(row.verdict().student().id()))))
            .toList();
    LessonRegister corrected =
        new LessonRegister(
            register.lesson(),
            rows,
            register.unknown(),
            register.coverage(),
            register.outcome(),
            register.run());
    SheetWriter.write(SheetDraft.first(corrected), xlsx);
    edit(
        xlsx,
        workbook -> {
          XSSFSheet written = workbook.getSheet("Written");
          for (Row row : written) {
            for (int column = 3; column < 20; column++) {
              Optional.ofNullable(row.getCell(column)).ifPresent(row::removeCell);
            }
            if (row.getCell(1) != null && CellText.of(row.getCell(1)).isEmpty()) {
              row.removeCell(row.getCell(0));
            }
          }
        });
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
        row.forEach(cell -> formulaResult(cell).ifPresent(results::add));
      }
    }
    return results;
  }

  private static Optional<String> formulaResult(Cell cell) {
    if (cell.getCellType() != CellType.FORMULA) {
      return Optional.empty();
    }
    Object result =
        cell.getCachedFormulaResultType() == CellType.STRING
            ? cell.getStringCellValue()
            : (Object) cell.getNumericCellValue();
    return Optional.of(cell.getSheet().getSheetName() + cell.getAddress() + " = " + result);
  }
}
