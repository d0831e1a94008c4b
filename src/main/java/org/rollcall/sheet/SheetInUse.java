package org.rollcall.sheet;

import org.rollcall.model.Message;
import org.rollcall.model.TemporaryFailure;

/** Thrown when a sheet must not be replaced now, because a person is working on it. */
public final class SheetInUse extends TemporaryFailure {
  private static final long serialVersionUID = 1L;

  SheetInUse(Message message) {
    super(message);
  }

  SheetInUse(Message message, Throwable cause) {
    super(message, cause);
  }
}
