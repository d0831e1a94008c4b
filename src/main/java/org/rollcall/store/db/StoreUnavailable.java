package org.rollcall.store.db;

import org.rollcall.model.TemporaryFailure;

/**
 * The database cannot be used at the moment: it is locked, its disk is full, or the disk or server
 * does not answer.
 */
public final class StoreUnavailable extends TemporaryFailure {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception with its cause.
   *
   * @param message what failed and what it is waiting for
   * @param cause the underlying failure, for the log; null if there is none
   */
  public StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
