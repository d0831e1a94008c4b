package org.rollcall.school;

/**
 * A fault in one of the school's tables: what was found, and what was expected instead. The wording
 * is in {@code Fault.properties} and its translations; its arguments are given after the semicolon.
 */
enum Fault {
  /** A file with one problem; the file and the problem. */
  FILE_WITH_ONE,
  /** A file with several problems; the file and their number. */
  FILE_WITH_SEVERAL,
  /** A line; its number. */
  LINE,
  /** What was found, and what was expected. */
  FOUND_EXPECTED,
  /** A file whose encoding cannot be told; the file and the possible encodings. */
  ENCODING_UNSURE,
  /** A file that cannot be written; the file and the failure. */
  NOT_WRITTEN,

  /** Found: an empty cell. */
  NOTHING,
  /** Found: a file without lines. */
  NO_LINE,
  /** Found: a file without students. */
  NO_STUDENT,
  /** Found: a first line that is not a header. */
  NO_HEADER,
  /** Found: a header without a column for the ids. */
  NO_ID_COLUMN,
  /** Found: a header without a column for the names. */
  NO_NAME_COLUMN,
  /** Found: a number of which a spreadsheet has dropped digits; the number. */
  SHORTENED,
  /** Found: a cell with an odd number of quotes. */
  UNMATCHED_QUOTES,
  /** Found: an unknown column. */
  UNKNOWN_COLUMN,
  /** Found: a repeated column. */
  REPEATED_COLUMN,
  /** Found: more cells than columns in the header. */
  CELL_WITHOUT_COLUMN,
  /** Found: a character not allowed in ids; the character, or its name. */
  CHARACTER,
  /** Found: an id that starts or ends with a forbidden character, or is too long. */
  OTHER_ID,
  /** Found: an id already used on an earlier line; the id and that line. */
  REPEATED_ID,
  /** Found: a cell that spreadsheets would evaluate as a formula; its first character. */
  FORMULA,
  /** Found: a text that is too long; its length. */
  LONG,
  /** Found: a character that is not shown; its name. */
  INVISIBLE,
  /** Found: an unknown word. */
  OTHER_WORD,

  /** Expected: the header; the required and the optional columns. */
  HEADER,
  /** Expected: headings that tell ids and names. */
  HEADER_WORDS,
  /** Expected: all digits of a number. */
  WHOLE_NUMBER,
  /** Expected: students; the header. */
  STUDENTS_BELOW,
  /** Expected: quotes around a whole cell. */
  QUOTES_AROUND_A_CELL,
  /** Expected: a known column; the nearest one. */
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
  /** Expected: a shorter text; its greatest length. */
  AT_MOST,
  /** Expected: characters that are shown. */
  VISIBLE,
  /** Expected: plain text. */
  TEXT,
  /** Expected: a word that states whether the student has consented. */
  CONSENT
}
