package org.rollcall.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFCell;

/**
 * What is in a cell, as text. Numbers have all their digits, unlike on the screen, where a long one
 * turns into {@code 2.0231E+11}.
 */
public final class CellText {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  /** As many as spreadsheet programs keep. */
  private static final MathContext DIGITS = new MathContext(15);

  private CellText() {}

  /**
   * Gives the content of a cell.
   *
   * @param cell the cell; may be null
   * @return its text without space around it; empty if there is no cell
   */
  public static String of(Cell cell) {
    if (cell == null) {
      return "";
    }
    return switch (type(cell)) {
      case STRING -> cell.getStringCellValue().strip().replaceAll("\\r\\n?", "\n");
      case NUMERIC -> hasValue(cell) ? number(cell) : "";
      case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
      case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
      default -> "";
    };
  }

  /**
   * Tells what kind of value a cell has.
   *
   * @param cell the cell
   * @return its type; that of the stored result if it has a formula
   */
  public static CellType type(Cell cell) {
    return cell.getCellType() == CellType.FORMULA
        ? cell.getCachedFormulaResultType()
        : cell.getCellType();
  }

  /** Some libraries write formulas without a result. */
  private static boolean hasValue(Cell cell) {
    return !(cell instanceof XSSFCell xlsx)
        || (xlsx.getRawValue() != null && !xlsx.getRawValue().isEmpty());
  }

  private static String number(Cell cell) {
    if (DateUtil.isCellDateFormatted(cell)) {
      LocalDateTime at = cell.getLocalDateTimeCellValue();
      return at == null ? "" : MOMENT.format(at);
    }
    return new BigDecimal(cell.getNumericCellValue())
        .round(DIGITS)
        .stripTrailingZeros()
        .toPlainString();
  }
}
