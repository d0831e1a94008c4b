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
    return address instanceof StoreAddress.PostgresServer
        ? PostgresFailures.translate(address, failure)
        : SqliteFailures.translate(address, failure);
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
