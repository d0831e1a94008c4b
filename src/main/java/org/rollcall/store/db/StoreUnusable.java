package org.rollcall.store.db;

import org.rollcall.model.RollcallException;

/** The database cannot be used until a person fixes the problem. */
public final class StoreUnusable extends RollcallException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception without a cause.
   *
   * @param message what failed and what to do about it
   */
  public StoreUnusable(String message) {
    super(message);
  }

  StoreUnusable(String message, Throwable cause) {
    super(message, cause);
  }
}
