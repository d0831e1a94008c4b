package org.rollcall.sheet;

/**
 * Why a roster cannot be read from a workbook, in the words of {@code RosterFault.properties} and
 * its translations.
 */
enum RosterFault {
  /** The first sheet is too long; with its rows and the most that there may be. */
  TOO_MANY_ROWS,
  /** The file is not a workbook, or it is damaged; with the failure. */
  NO_WORKBOOK
}
