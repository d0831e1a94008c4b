package org.rollcall.sheet;

import java.util.Arrays;
import org.apache.poi.ss.util.CellReference;

/** The columns of a lesson's register, from left to right. */
enum Column {
  ID("Id", 9),
  NAME("Name", 25),
  STATUS("Status", 13),
  FOUND("Rollcall found", 13),
  FIRST("First seen", 9),
  LAST("Last seen", 9),
  MINUTES("Minutes seen", 9),
  CONFIDENCE("Confidence", 12),
  PORTRAIT("Enrolled", 12),
  EVIDENCE("In the lesson", 12),
  CORRECTION("Correction", 14),
  REMARK("Remark", 26),
  REASON("Why", 34);

  private final String heading;
  private final double width;

  Column(String heading, double width) {
    this.heading = heading;
    this.width = width;
  }

  String heading() {
    return heading;
  }

  /** {@return width in characters} */
  double width() {
    return width;
  }

  /** {@return position from the left, from 0} */
  int index() {
    return Arrays.asList(values()).indexOf(this);
  }

  /** {@return reference to the cell of this column in a row (counted from 0), for formulas} */
  String cell(int row) {
    return CellReference.convertNumToColString(index()) + (row + 1);
  }

  /**
   * {@return reference to cells of this column, with the worksheet; rows from 0, both ends
   * inclusive}
   */
  String cells(int firstRow, int lastRow) {
    String letter = CellReference.convertNumToColString(index());
    return "%s!$%s$%d:$%s$%d"
        .formatted(RegisterPage.NAME, letter, firstRow + 1, letter, lastRow + 1);
  }
}
