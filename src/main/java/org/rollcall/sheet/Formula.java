package org.rollcall.sheet;

import java.util.OptionalDouble;
import org.apache.poi.ss.usermodel.CellValue;
import org.rollcall.model.Tally;

/**
 * A formula together with its present result, which programs show that do not calculate.
 *
 * @param text the formula, without the equals sign
 * @param result a text or a number
 */
record Formula(String text, CellValue result) {
  static Formula of(String text, String result) {
    return new Formula(text, new CellValue(result));
  }

  static Formula of(String text, double result) {
    return new Formula(text, new CellValue(result));
  }

  /** A formula for the share of attended lessons: a dash if there is nothing to divide by. */
  static Formula ofShare(String text, Tally tally) {
    OptionalDouble share = tally.attendedShare();
    return share.isPresent() ? of(text, share.getAsDouble()) : of(text, MarkStyle.NONE);
  }
}
