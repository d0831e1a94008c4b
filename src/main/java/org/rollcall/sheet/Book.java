package org.rollcall.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.rollcall.model.picture.Jpeg;
import org.rollcall.model.picture.Png;

/**
 * A workbook under construction. Stores each cell style and each JPEG once, however often it is
 * used.
 */
public final class Book implements AutoCloseable {
  // Every office suite has this font or a metric-compatible substitute.
  private static final String FONT = "Arial";

  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private final Map<CellFormat, XSSFCellStyle> styles = new HashMap<>();
  private final Map<XSSFCellStyle, XSSFCellStyle> unlocked = new HashMap<>();
  private final Map<CellFormat, XSSFFont> fonts = new HashMap<>();
  private final Map<Jpeg, Integer> pictures = new HashMap<>();

  /**
   * Creates a workbook without worksheets.
   *
   * @param title the title in the document properties
   */
  public Book(String title) {
    XSSFFont usual = workbook.getFontAt(0);
    usual.setFontName(FONT);
    usual.setFontHeightInPoints((short) CellFormat.PLAIN.points());
    var properties = workbook.getProperties();
    properties.getCoreProperties().setTitle(title);
    properties.getCoreProperties().setCreator("Rollcall");
    properties.getExtendedProperties().setApplication("Rollcall");
  }

  /**
   * Adds a worksheet to the right of the others.
   *
   * @param name name on the tab: at most 31 characters, none of {@code []:*?/\}, and unique
   * @return the empty worksheet
   */
  public Page page(String name) {
    return new Page(this, workbook.createSheet(name));
  }

  /** {@return a new worksheet that spreadsheet programs do not show} */
  Page hiddenPage(String name) {
    Page page = page(name);
    workbook.setSheetVisibility(workbook.getSheetIndex(name), SheetVisibility.VERY_HIDDEN);
    return page;
  }

  XSSFWorkbook workbook() {
    return workbook;
  }

  /** {@return index of the image within the workbook} */
  int picture(Jpeg jpeg) {
    return pictures.computeIfAbsent(
        jpeg, added -> workbook.addPicture(added.bytes(), Workbook.PICTURE_TYPE_JPEG));
  }

  /** {@return index of the image within the workbook} */
  int picture(Png png) {
    return workbook.addPicture(png.bytes(), Workbook.PICTURE_TYPE_PNG);
  }

  XSSFCellStyle style(CellFormat look) {
    return styles.computeIfAbsent(look, this::newStyle);
  }

  /** {@return a style like another one, for cells into which people may type} */
  XSSFCellStyle unlocked(XSSFCellStyle style) {
    return unlocked.computeIfAbsent(
        style,
        like -> {
          XSSFCellStyle copy = workbook.createCellStyle();
          copy.cloneStyleFrom(like);
          copy.setLocked(false);
          return copy;
        });
  }

  /**
   * Locks all worksheets without a password, against typing by mistake. Filtering, sorting and
   * formatting remain possible.
   */
  void lock() {
    for (int index = 0; index < workbook.getNumberOfSheets(); index++) {
      XSSFSheet sheet = workbook.getSheetAt(index);
      sheet.enableLocking();
      sheet.lockAutoFilter(false);
      sheet.lockSort(false);
      sheet.lockFormatCells(false);
      sheet.lockFormatColumns(false);
      sheet.lockFormatRows(false);
    }
  }

  /** {@return the workbook in xlsx format} */
  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      workbook.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Override
  public void close() {
    try {
      workbook.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static XSSFColor colour(String hex) {
    return new XSSFColor(HexFormat.of().parseHex(hex));
  }

  private XSSFCellStyle newStyle(CellFormat look) {
    XSSFCellStyle style = workbook.createCellStyle();
    style.setFont(font(look));
    style.setAlignment(look.align());
    if (look.frame() == CellFormat.BorderStyle.ALL && look.align() == HorizontalAlignment.LEFT) {
      style.setIndention((short) 1);
    }
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    style.setWrapText(look.wrapped());
    style.setRotation((short) (look.upright() ? 90 : 0));
    style.setQuotePrefixed(look.literal());
    style.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
    if (!look.fill().isEmpty()) {
      style.setFillForegroundColor(colour(look.fill()));
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
    rule(style, look.frame());
    return style;
  }

  private XSSFFont font(CellFormat look) {
    CellFormat letters = CellFormat.PLAIN.points(look.points()).ink(look.ink());
    return fonts.computeIfAbsent(look.bold() ? letters.heavy() : letters, this::newFont);
  }

  private XSSFFont newFont(CellFormat letters) {
    XSSFFont font = workbook.createFont();
    font.setFontName(FONT);
    font.setFontHeightInPoints((short) letters.points());
    font.setBold(letters.bold());
    font.setColor(colour(letters.ink()));
    return font;
  }

  private static void rule(XSSFCellStyle style, CellFormat.BorderStyle frame) {
    XSSFColor grey = colour(CellFormat.RULE);
    if (frame != CellFormat.BorderStyle.NONE) {
      style.setBorderTop(BorderStyle.THIN);
      style.setBorderBottom(BorderStyle.THIN);
      style.setTopBorderColor(grey);
      style.setBottomBorderColor(grey);
    }
    if (frame == CellFormat.BorderStyle.ALL) {
      style.setBorderLeft(BorderStyle.THIN);
      style.setBorderRight(BorderStyle.THIN);
      style.setLeftBorderColor(grey);
      style.setRightBorderColor(grey);
    }
  }
}
