package org.rollcall.sheet;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;

/**
 * Shows cells as Excel does, but whole numbers with all their digits: they are ids, not quantities.
 */
final class WholeNumbers extends DataFormatter {
  private static final double MOST_EXACT = 1e15;

  private static final Pattern PLAIN = Pattern.compile("General|@|[#0,.]*(?:E\\+0+)?");
  private static final Pattern PADDED = Pattern.compile("^0{2,}");

  WholeNumbers() {
    super(Locale.ROOT);
  }

  @Override
  public String formatRawCellContents(double value, int formatIndex, String format) {
    return formatRawCellContents(value, formatIndex, format, false);
  }

  @Override
  public String formatRawCellContents(
      double value, int formatIndex, String format, boolean use1904Windowing) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < MOST_EXACT;
    return whole && showsNoForm(format)
        ? new BigDecimal(value).toPlainString()
        : super.formatRawCellContents(value, formatIndex, format, use1904Windowing);
  }

  /** Neither leading zeros nor days: a number as it is, in groups, or with a power of ten. */
  private static boolean showsNoForm(String format) {
    return format == null || (PLAIN.matcher(format).matches() && !PADDED.matcher(format).find());
  }
}
