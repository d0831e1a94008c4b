package org.rollcall.worker;

/**
 * Why photos cannot be looked at now, in the words of {@code PhotoFailure.properties} and its
 * translations.
 */
enum PhotoFailure {
  /** The picture is too large; with its size and the largest one, in bytes. */
  PICTURE_TOO_LARGE,
  /** The service is about to stop. */
  STOPPING,
  /** The process that looks at photos has died; with how. */
  WORKER_DIED
}
