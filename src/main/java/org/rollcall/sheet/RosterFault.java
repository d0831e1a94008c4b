package org.rollcall.sheet;

/**
 * Why a roster cannot be read from a workbook; the messages are in {@code RosterFault.properties}
 * and its translations.
 */
enum RosterFault {
  /** The first worksheet is too long. Arguments: its number of rows, and the maximum. */
  TOO_MANY_ROWS,
  /** The file is not a workbook, or is damaged. */
  NO_WORKBOOK
}
