package org.rollcall.store.db;

import org.rollcall.model.TemporaryFailure;

/**
 * The database cannot be used right now: it is locked, its disc is full, or disc or server do not
 * answer.
 */
public final class StoreUnavailable extends TemporaryFailure {
  private static final long serialVersionUID = 1L;

  public StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
