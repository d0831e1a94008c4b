package org.rollcall.school;

/**
 * What can be wrong with the tables of the school, in the words of {@code Fault.properties} and its
 * translations: what was found, and what was expected instead.
 */
enum Fault {
  /** A file with one problem; with the file and the problem. */
  FILE_WITH_ONE,
  /** A file with several problems; with the file and their number. */
  FILE_WITH_SEVERAL,
  /** A line; with its number. */
  LINE,
  /** What was found, and what was expected. */
  FOUND_EXPECTED,
  /** A file cannot be written; with the file and the failure. */
  NOT_WRITTEN,

  /** Found: an empty cell. */
  NOTHING,
  /** Found: a file without lines. */
  NO_LINE,
  /** Found: a file without students. */
  NO_STUDENT,
  /** Found: a first line that is not the header. */
  NO_HEADER,
  /** Found: a cell with an odd number of quotes. */
  UNMATCHED_QUOTES,
  /** Found: a column that the table does not have. */
  UNKNOWN_COLUMN,
  /** Found: the same column again. */
  REPEATED_COLUMN,
  /** Found: more cells than the header has. */
  CELL_WITHOUT_COLUMN,
  /** Found: a character that ids do not have; with the character. */
  CHARACTER,
  /** Found: an id with something else at its ends, or too long. */
  OTHER_ID,
  /** Found: the id of an earlier line; with the id and that line. */
  REPEATED_ID,
  /** Found: a cell that spreadsheets calculate; with its first character. */
  FORMULA,
  /** Found: a word without a meaning. */
  OTHER_WORD,

  /** Expected: the header; with the required and the optional columns. */
  HEADER,
  /** Expected: students; with the header. */
  STUDENTS_BELOW,
  /** Expected: quotes around a whole cell. */
  QUOTES_AROUND_A_CELL,
  /** Expected: a column; with the nearest one. */
  COLUMN_SUCH_AS,
  /** Expected: each column once. */
  EACH_COLUMN_ONCE,
  /** Expected: as many cells as columns. */
  AS_MANY_CELLS,
  /** Expected: an id. */
  ID,
  /** Expected: each id once. */
  EACH_ID_ONCE,
  /** Expected: a name. */
  NAME,
  /** Expected: a text. */
  TEXT,
  /** Expected: whether a student has consented. */
  CONSENT
}
