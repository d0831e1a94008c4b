package org.rollcall.store.db;

import org.rollcall.model.TemporaryFailure;

/**
 * The database cannot be used right now: it is locked, its disk is full, or disk or server do not
 * answer.
 */
public final class StoreUnavailable extends TemporaryFailure {
  private static final long serialVersionUID = 1L;

  /**
   * Makes a failure that another one caused.
   *
   * @param message what failed and what it waits for
   * @param cause the failure underneath, for the log; null if there is none
   */
  public StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
