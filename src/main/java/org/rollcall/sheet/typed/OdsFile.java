package org.rollcall.sheet.typed;

import com.github.miachm.sods.OfficePercentage;
import com.github.miachm.sods.Range;
import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks in the OpenDocument format, converted as far as people type into them. */
final class OdsFile {
  private static final String MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet";

  /** Stands for a formula: only its result counts. */
  private static final String ANY_FORMULA = "0";

  private OdsFile() {}

  /** Tells whether a file is such a workbook. */
  static boolean is(byte[] bytes) throws IOException {
    return WorkbookFile.start(bytes, "mimetype").startsWith(MEDIA_TYPE);
  }

  /** {@return the workbook with the texts, numbers, results and notes of its cells} */
  static Workbook open(byte[] bytes) throws IOException {
    Workbook workbook = new XSSFWorkbook();
    for (var from : new SpreadSheet(new ByteArrayInputStream(bytes)).getSheets()) {
      Range range = from.getDataRange();
      Sheet to = workbook.createSheet(from.getName());
      for (int row = 0; range != null && row < range.getNumRows(); row++) {
        copy(range, row, to);
      }
    }
    return workbook;
  }

  private static void copy(Range range, int row, Sheet to) {
    var cells = to.createRow(row);
    for (int column = 0; column < range.getNumColumns(); column++) {
      Range from = range.getCell(row, column);
      if (from.getValue() != null || from.getFormula() != null || from.getAnnotation() != null) {
        copy(from, cells.createCell(column));
      }
    }
  }

  private static void copy(Range from, Cell to) {
    if (from.getFormula() != null) {
      to.setCellFormula(ANY_FORMULA);
    }
    setValue(to, from.getValue());
    if (from.getAnnotation() != null) {
      annotate(to, from.getAnnotation().getMsg());
    }
  }

  private static void setValue(Cell to, Object value) {
    if (value instanceof Number number) {
      to.setCellValue(number.doubleValue());
    } else if (value instanceof OfficePercentage share) {
      to.setCellValue(share.getValue());
    } else if (value instanceof Duration time) {
      to.setCellValue((double) time.toMillis() / Duration.ofDays(1).toMillis());
    } else if (value instanceof Boolean truth) {
      to.setCellValue(truth);
    } else if (value instanceof LocalDateTime at) {
      setDate(to, at);
    } else if (value instanceof LocalDate day) {
      setDate(to, day.atStartOfDay());
    } else if (value != null) {
      to.setCellValue(value.toString());
    }
  }

  private static void setDate(Cell to, LocalDateTime at) {
    Workbook workbook = to.getSheet().getWorkbook();
    var style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
    to.setCellStyle(style);
    to.setCellValue(at);
  }

  private static void annotate(Cell cell, String text) {
    var helper = cell.getSheet().getWorkbook().getCreationHelper();
    ClientAnchor anchor = helper.createClientAnchor();
    anchor.setRow1(cell.getRowIndex());
    anchor.setCol1(cell.getColumnIndex());
    anchor.setRow2(cell.getRowIndex() + 1);
    anchor.setCol2(cell.getColumnIndex() + 1);
    Comment comment = cell.getSheet().createDrawingPatriarch().createCellComment(anchor);
    comment.setString(helper.createRichTextString(text));
    cell.setCellComment(comment);
  }
}
