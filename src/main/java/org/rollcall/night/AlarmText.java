package org.rollcall.night;

/**
 * What alarms say. The wording is in {@code AlarmText.properties} and its translations; its
 * arguments are given after the semicolon.
 */
enum AlarmText {
  /** A nightly run did not complete; when it was due, and when the last complete run started. */
  NIGHT_MISSED,
  /** Several did not; their number, when the first was due, when the last complete run started. */
  NIGHTS_MISSED,
  /** Too many recordings are waiting; their number, and the most that may. */
  MANY_WAITING,
  /** A recording has been waiting for too long; since when, and how long one may. */
  LONG_WAITING,
  /** The disk is nearly full; the free space, and the least that there should be, in GB. */
  LITTLE_SPACE,
  /** The scheduler does nothing any more; for how many minutes. */
  SCHEDULER_SILENT,
  /** The state of the nightly runs could not be determined; why. */
  UNCHECKED
}
