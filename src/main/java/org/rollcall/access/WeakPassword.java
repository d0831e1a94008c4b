package org.rollcall.access;

import org.rollcall.model.RollcallException;

/** Says that a password is too easily guessed, or too long. */
public final class WeakPassword extends RollcallException {
  private static final long serialVersionUID = 1L;

  WeakPassword(String message) {
    super(message);
  }
}
