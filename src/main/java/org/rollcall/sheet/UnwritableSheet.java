package org.rollcall.sheet;

import org.rollcall.model.RollcallException;

/** A sheet could not be saved, or was not what had been saved. */
public final class UnwritableSheet extends RollcallException {
  private static final long serialVersionUID = 1L;

  UnwritableSheet(String message) {
    super(message);
  }

  UnwritableSheet(String message, Throwable cause) {
    super(message, cause);
  }
}
