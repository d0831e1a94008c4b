package org.rollcall.sheet;

/**
 * Why a roster cannot be read from a workbook; the messages are in {@code RosterFault.properties}
 * and its translations.
 */
enum RosterFault {
  /** A worksheet is too long. Arguments: its name, and the most rows. */
  TOO_MANY_ROWS,
  /** A worksheet is too wide. Arguments: its name, the column, and the most columns. */
  TOO_MANY_COLUMNS,
  /** The file is too large when it is unpacked. Argument: the most megabytes. */
  TOO_LARGE,
  /** The file is a workbook of the old kind, or is protected by a password. */
  OLD_OR_LOCKED,
  /** There is no text in it. */
  EMPTY,
  /** The file is not a workbook, or is damaged. */
  NO_WORKBOOK
}
