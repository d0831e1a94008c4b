package org.rollcall.store.db;

import org.rollcall.model.RollcallException;

/** Translates database failures into exceptions with messages for people. */
final class Failures {
  private Failures() {}

  /**
   * Translates a failure of the database.
   *
   * @param address the database
   * @param failure what a library threw
   * @return the exception to throw
   * @throws IllegalStateException if it is a bug in this package rather than a failure of the
   *     database
   */
  static RollcallException translate(StoreAddress address, Exception failure) {
    if (isInterruption(failure)) {
      return unavailable(address, failure, "this process was stopped while it waited for it");
    }
    return address instanceof StoreAddress.PostgresServer
        ? PostgresFailures.translate(address, failure)
        : SqliteFailures.translate(address, failure);
  }

  private static boolean isInterruption(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InterruptedException) {
        return true;
      }
    }
    return false;
  }

  static RollcallException unavailable(StoreAddress address, Exception cause, String why) {
    return new StoreUnavailable(sentence(address, why), cause);
  }

  static RollcallException unusable(StoreAddress address, Exception cause, String why) {
    return new StoreUnusable(sentence(address, why), cause);
  }

  private static String sentence(StoreAddress address, String why) {
    return "Cannot use the database %s: %s.".formatted(address, why);
  }
}
