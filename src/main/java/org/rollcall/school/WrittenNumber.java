package org.rollcall.school;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** A whole number as a spreadsheet may have written it, with a power of ten. */
final class WrittenNumber {
  private static final Pattern POWER =
      Pattern.compile("\\d(?:[.,]\\d+)?[Ee]\\+\\d{1,3}|\\d[.,]\\d+[Ee]\\d{1,3}");

  private WrittenNumber() {}

  /** {@return whether no digit of a number is missing, as far as that can be told} */
  static boolean isWhole(String text) {
    if (!POWER.matcher(text).matches()) {
      return true;
    }
    BigDecimal number = new BigDecimal(text.replace(',', '.'));
    return number.scale() == 0 && number.precision() > 1;
  }

  /** {@return all digits of a number; the text itself if it is none, or some are missing} */
  static String whole(String text) {
    return POWER.matcher(text).matches() && isWhole(text)
        ? new BigDecimal(text.replace(',', '.')).toPlainString()
        : text;
  }
}
