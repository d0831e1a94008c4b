package org.rollcall.access;

import org.rollcall.model.RollcallException;

/** Says why a password is refused. */
public final class WeakPassword extends RollcallException {
  private static final long serialVersionUID = 1L;

  private final Weakness why;

  /** Why a password is refused. */
  public enum Weakness {
    /** It has too few characters. */
    SHORT,
    /** It has too many characters. */
    LONG,
    /** It contains the user name. */
    NAME,
    /** It is the password that it should replace. */
    SAME,
    /** It is a common one, or like one. */
    COMMON
  }

  WeakPassword(Weakness why, String message) {
    super(message);
    this.why = why;
  }

  /** {@return why the password is refused} */
  public Weakness why() {
    return why;
  }
}
