package org.rollcall.desk;

/**
 * What a person should know of the work although nothing is wrong with the service. The wording is
 * in {@code WorkNotice.properties} and its translations; its arguments are given after the
 * semicolon.
 */
enum WorkNotice {
  /** Recordings failed or were set aside; their number. */
  RECORDINGS_FAILED,
  /** Sheets could not be written; their number, and since when the oldest waits. */
  SHEETS_WAITING,
  /** Not everything typed into sheets could be taken; their number. */
  SHEETS_UNTAKEN,
  /** Class registers could not be written; their number, and since when the oldest waits. */
  REGISTERS_WAITING
}
