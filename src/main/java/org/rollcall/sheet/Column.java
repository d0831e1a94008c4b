package org.rollcall.sheet;

import java.util.Arrays;
import org.apache.poi.ss.util.CellReference;

/** The columns of a lesson's register, from left to right. */
public enum Column {
  /** Id of the student. */
  ID("Id", 9),
  /** Name of the student. */
  NAME("Name", 25),
  /** The mark in force, a formula. */
  STATUS("Status", 13),
  /** The mark that Rollcall found. */
  FOUND("Rollcall found", 13),
  /** Time of the first sighting. */
  FIRST("First seen", 9),
  /** Time of the last sighting. */
  LAST("Last seen", 9),
  /** Minutes for which the student was seen. */
  MINUTES("Minutes seen", 9),
  /** How sure Rollcall is. */
  CONFIDENCE("Confidence", 12),
  /** The face in the enrolment photo. */
  PORTRAIT("Enrolled", 12),
  /** The best image in the recording. */
  EVIDENCE("In the lesson", 12),
  /** The mark as corrected by a person. */
  CORRECTION("Correction", 14),
  /** A person's remark. */
  REMARK("Remark", 26),
  /** Why Rollcall found that mark. */
  REASON("Why", 34);

  private final String heading;
  private final double width;

  Column(String heading, double width) {
    this.heading = heading;
    this.width = width;
  }

  /** {@return the heading of the column} */
  public String heading() {
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
