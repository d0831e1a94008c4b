package org.rollcall.sheet;

import org.rollcall.model.TemporaryFailure;

/** Somebody is working on the sheet: it must not be replaced now. */
public final class SheetInUse extends TemporaryFailure {
  private static final long serialVersionUID = 1L;

  SheetInUse(String message) {
    super(message);
  }

  SheetInUse(String message, Throwable cause) {
    super(message, cause);
  }
}
