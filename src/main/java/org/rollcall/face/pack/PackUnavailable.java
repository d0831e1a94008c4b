package org.rollcall.face.pack;

import org.rollcall.model.RollcallException;

/** A model pack cannot be used: unknown, not installed, or damaged. */
public final class PackUnavailable extends RollcallException {
  private static final long serialVersionUID = 1L;

  PackUnavailable(String message) {
    super(message);
  }

  PackUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
