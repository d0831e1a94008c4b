package org.rollcall.sheet;

import java.awt.Dimension;
import java.io.ByteArrayInputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.PrintOrientation;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.ImageUtils;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFPicture;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.rollcall.model.picture.Jpeg;
import org.rollcall.model.picture.Png;

/** A worksheet under construction. Rows and columns count from 0. */
public final class Page {
  private static final int LONGEST_TEXT = 32_767;
  private static final int PICTURE_MARGIN = Units.pixelToEMU(3);
  private static final String READ_AS_FORMULA = "=+-@\t\r\n";

  private static final CellFormat PALE = CellFormat.MIDDLE.ink(CellFormat.PALE_INK);

  private static final int SHORT_NAME = 20;
  private static final int LONG_NAME = 40;

  private final Book book;
  private final XSSFSheet sheet;

  Page(Book book, XSSFSheet sheet) {
    this.book = book;
    this.sheet = sheet;
    sheet.setDisplayGridlines(false);
  }

  XSSFSheet sheet() {
    return sheet;
  }

  /** Checks whether a spreadsheet program would evaluate a text instead of showing it. */
  static boolean readAsFormula(String text) {
    return !text.isEmpty() && READ_AS_FORMULA.indexOf(text.charAt(0)) >= 0;
  }

  /**
   * Sets the widths of the first columns.
   *
   * @param characters one width for each column from the first, as in {@link #width}
   */
  public void widths(double... characters) {
    for (int column = 0; column < characters.length; column++) {
      width(column, characters[column]);
    }
  }

  /**
   * Makes a column wide enough for the longest of some texts, but no narrower than 20 characters
   * and no wider than 40.
   *
   * @param column which column
   * @param texts the texts in the column
   */
  public void widthOf(int column, Stream<String> texts) {
    int longest = texts.mapToInt(text -> text.codePointCount(0, text.length())).max().orElse(0);
    width(column, Math.max(SHORT_NAME, Math.min(LONG_NAME, longest + 3)));
  }

  /**
   * Sets the width of a column.
   *
   * @param column which column
   * @param characters number of digits in the usual font that fit (at most 255)
   */
  public void width(int column, double characters) {
    sheet.setColumnWidth(column, (int) Math.round(characters * 256));
  }

  /**
   * Sets the height of a row.
   *
   * @param row which row
   * @param points height in points (1/72 inch)
   */
  public void height(int row, double points) {
    row(row).setHeightInPoints((float) points);
  }

  /**
   * Writes a text literally, never as a formula.
   *
   * @param row row of the cell
   * @param column column of the cell
   * @param text what to write; empty leaves the cell empty, and more than 32,767 characters are cut
   *     short with an ellipsis
   * @param look format of the cell
   */
  public void text(int row, int column, String text, CellFormat look) {
    XSSFCell cell = cell(row, column, readAsFormula(text) ? look.asLiteral() : look);
    if (!text.isEmpty()) {
      cell.setCellValue(
          text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT - 1) + "…" : text);
    }
  }

  /**
   * Writes a dash, which stands for something missing.
   *
   * @param row row of the cell
   * @param column column of the cell
   */
  public void dash(int row, int column) {
    text(row, column, MarkStyle.NONE, PALE);
  }

  /**
   * Writes a number.
   *
   * @param row row of the cell
   * @param column column of the cell
   * @param value the number; 1 is 100 % in a format with a percent sign
   * @param look format of the cell
   */
  public void number(int row, int column, double value, CellFormat look) {
    cell(row, column, look).setCellValue(value);
  }

  void moment(int row, int column, LocalDateTime at, CellFormat look) {
    cell(row, column, look).setCellValue(at);
  }

  /** Writes a formula with its present result. */
  void formula(int row, int column, Formula formula, CellFormat look) {
    XSSFCell cell = cell(row, column, look);
    cell.setCellFormula(formula.text());
    CellValue result = formula.result();
    if (result.getCellType() == CellType.NUMERIC) {
      cell.setCellValue(result.getNumberValue());
    } else {
      cell.setCellValue(result.getStringValue());
    }
  }

  /** Merges cells of a row, all in the format of the first. */
  void merge(int row, int firstColumn, int lastColumn) {
    XSSFCell first = row(row).getCell(firstColumn);
    for (int column = firstColumn + 1; column <= lastColumn; column++) {
      row(row).createCell(column).setCellStyle(first.getCellStyle());
    }
    sheet.addMergedRegion(new CellRangeAddress(row, row, firstColumn, lastColumn));
  }

  /** Puts an image into the middle of a cell, as large as fits. */
  void picture(int row, int column, Jpeg picture, String description) {
    Dimension size =
        ImageUtils.getImageDimension(
            new ByteArrayInputStream(picture.bytes()), Workbook.PICTURE_TYPE_JPEG);
    if (size.width == 0 || size.height == 0) {
      text(row, column, "no picture", PALE);
      return;
    }
    text(row, column, "", PALE);
    XSSFClientAnchor anchor = centred(row, column, size);
    XSSFPicture placed =
        sheet.createDrawingPatriarch().createPicture(anchor, book.picture(picture));
    placed.getCTPicture().getNvPicPr().getCNvPr().setDescr(description);
  }

  /**
   * Places an image over the cells from the first one of a row on.
   *
   * @param row row at its top
   * @param drawing the image
   * @param scale factor for its size in pixels; 1 keeps the original size
   * @param description alternative text for screen readers
   */
  public void drawing(int row, Png drawing, double scale, String description) {
    var anchor = new XSSFClientAnchor(0, 0, 0, 0, 0, row, 1, row + 1);
    XSSFPicture picture =
        sheet.createDrawingPatriarch().createPicture(anchor, book.picture(drawing));
    picture.getCTPicture().getNvPicPr().getCNvPr().setDescr(description);
    picture.resize();
    // The scale is relative to the size set just before.
    picture.resize(scale);
  }

  /**
   * Keeps the rows above and the columns left of a cell in view.
   *
   * @param row the first row that scrolls; 0 freezes none
   * @param column the first column that scrolls; 0 freezes none
   */
  public void freeze(int row, int column) {
    sheet.createFreezePane(column, row);
  }

  /**
   * Adds a filter, with sorting, to a table that starts in the first column.
   *
   * @param headingRow row of its headings
   * @param lastRow its last row, inclusive
   * @param lastColumn its last column, inclusive
   */
  public void filter(int headingRow, int lastRow, int lastColumn) {
    sheet.setAutoFilter(new CellRangeAddress(headingRow, lastRow, 0, lastColumn));
  }

  /** Lets people type into some cells of a locked worksheet. */
  void unlock(CellRangeAddress cells) {
    for (CellAddress at : cells) {
      XSSFCell cell = row(at.getRow()).getCell(at.getColumn());
      if (cell != null) {
        cell.setCellStyle(book.unlocked(cell.getCellStyle()));
      }
    }
  }

  /**
   * Lets people sort some cells of a locked worksheet. Spreadsheet programs sort only what can be
   * edited, so it takes something else, such as a validation, to refuse what is typed.
   */
  void makeSortable(CellRangeAddress cells) {
    var range = sheet.getCTWorksheet().addNewProtectedRanges().addNewProtectedRange();
    range.setName("Sortable");
    range.setSqref(List.of(cells.formatAsString()));
  }

  /** Suppresses the warning about numbers stored as text in the ids of the first column. */
  void idsAreText(int firstRow, int lastRow) {
    sheet.addIgnoredErrors(
        new CellRangeAddress(firstRow, lastRow, 0, 0), IgnoredErrorType.NUMBER_STORED_AS_TEXT);
  }

  /**
   * Repeats a row at the top of each printed page.
   *
   * @param headingRow which row
   */
  public void repeat(int headingRow) {
    sheet.setRepeatingRows(new CellRangeAddress(headingRow, headingRow, -1, -1));
  }

  /** Repeats a row at the top and the first columns at the left of each printed page. */
  void repeat(int headingRow, int lastColumn) {
    repeat(headingRow);
    sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, lastColumn));
  }

  /**
   * Sets up printing on A4 landscape, on as many pages in length as needed. Prints from the first
   * cell to the given one.
   *
   * @param lastRow the last row to print, inclusive
   * @param lastColumn the last column to print, inclusive
   * @param pagesWide number of pages side by side to which all columns are fitted
   */
  public void print(int lastRow, int lastColumn, int pagesWide) {
    Workbook workbook = book.workbook();
    workbook.setPrintArea(workbook.getSheetIndex(sheet), 0, lastColumn, 0, lastRow);
    sheet.setFitToPage(true);
    var setup = sheet.getPrintSetup();
    setup.setPaperSize(PaperSize.A4_PAPER);
    setup.setOrientation(PrintOrientation.LANDSCAPE);
    setup.setFitWidth((short) pagesWide);
    setup.setFitHeight((short) 0);
    sheet.setHorizontallyCenter(true);
    margins();
    sheet.getFooter().setLeft("&8&F");
    sheet.getFooter().setCenter("&8&A");
    sheet.getFooter().setRight("&8Page &P of &N");
  }

  /** Gives a right-aligned variant of a format, for labels of numbers. */
  static CellFormat right(CellFormat look) {
    return look.align(HorizontalAlignment.RIGHT);
  }

  private void margins() {
    var margins = sheet.getPrintSetup();
    margins.setLeftMargin(0.4);
    margins.setRightMargin(0.4);
    margins.setTopMargin(0.4);
    margins.setBottomMargin(0.6);
    margins.setFooterMargin(0.3);
  }

  // Both corners lie in one cell, so that a changed column width never distorts the image, and the
  // image moves along when rows are sorted or filtered.
  private XSSFClientAnchor centred(int row, int column, Dimension size) {
    int cellWidth = Units.pixelToEMU((int) sheet.getColumnWidthInPixels(column));
    int cellHeight = Units.toEMU(row(row).getHeightInPoints());
    double scale =
        Math.min(
            (cellWidth - 2.0 * PICTURE_MARGIN) / size.width,
            (cellHeight - 2.0 * PICTURE_MARGIN) / size.height);
    int width = (int) (scale * size.width);
    int height = (int) (scale * size.height);
    int left = (cellWidth - width) / 2;
    int top = (cellHeight - height) / 2;
    var anchor =
        new XSSFClientAnchor(left, top, left + width, top + height, column, row, column, row);
    anchor.setAnchorType(ClientAnchor.AnchorType.MOVE_AND_RESIZE);
    return anchor;
  }

  private XSSFCell cell(int row, int column, CellFormat look) {
    XSSFCell cell = row(row).createCell(column);
    cell.setCellStyle(book.style(look));
    return cell;
  }

  private XSSFRow row(int number) {
    XSSFRow row = sheet.getRow(number);
    return row == null ? sheet.createRow(number) : row;
  }
}
