package org.rollcall.sheet;

import org.rollcall.model.Message;
import org.rollcall.model.RollcallException;

/** Thrown when a sheet cannot be saved, or differs from what was saved when it is read back. */
public final class UnwritableSheet extends RollcallException {
  private static final long serialVersionUID = 1L;

  UnwritableSheet(String message) {
    super(message);
  }

  UnwritableSheet(Message message, Throwable cause) {
    super(message, cause);
  }
}
