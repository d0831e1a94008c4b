package org.rollcall.store.db;

import org.rollcall.model.RollcallException;

/** The database cannot be used until a person does something about it. */
public final class StoreUnusable extends RollcallException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes a failure without a deeper cause.
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
