package org.rollcall.worker;

/**
 * Why photos cannot be examined now, worded in {@code PhotoFailure.properties} and its
 * translations.
 */
enum PhotoFailure {
  /** The photo is too large; arguments: its size and the largest size allowed, in bytes. */
  PHOTO_TOO_LARGE,
  /** The service is about to stop. */
  STOPPING,
  /** The process that examines photos has died; argument: how. */
  WORKER_DIED
}
