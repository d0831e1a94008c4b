package org.rollcall.sheet;

import org.rollcall.model.Message;
import org.rollcall.model.RollcallException;

/** Thrown when a sheet is damaged, or has lost the columns with the corrections. */
public final class UnreadableSheet extends RollcallException {
  private static final long serialVersionUID = 1L;

  UnreadableSheet(String message) {
    super(message);
  }

  UnreadableSheet(String message, Throwable cause) {
    super(message, cause);
  }

  UnreadableSheet(Message message) {
    super(message);
  }

  UnreadableSheet(Message message, Throwable cause) {
    super(message, cause);
  }
}
