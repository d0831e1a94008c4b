package org.rollcall.access;

import org.rollcall.model.RollcallException;

/** What cannot be done with an account. */
public final class BadUser extends RollcallException {
  private static final long serialVersionUID = 1L;

  private final Why why;
  private final String about;

  /** Why it cannot be done. */
  public enum Why {
    /** Nobody can log in with such a name. */
    BAD_NAME,
    /** There is one of that name. */
    EXISTS,
    /** There is none of that name. */
    NOBODY,
    /** Somebody who is no admin needs a class. */
    NO_CLASS,
    /** There is no such class. */
    UNKNOWN_CLASS,
    /** It is the account of the one who asks for it. */
    YOURSELF,
    /** Nobody could do it again. */
    LAST_ADMIN
  }

  BadUser(Why why, String about, String message) {
    super(message);
    this.why = why;
    this.about = about;
  }

  /** {@return why it cannot be done} */
  public Why why() {
    return why;
  }

  /** {@return the name of the account, or of the class} */
  public String about() {
    return about;
  }
}
