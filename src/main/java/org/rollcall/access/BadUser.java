package org.rollcall.access;

import org.rollcall.model.RollcallException;

/** Says why a change to an account is refused. */
public final class BadUser extends RollcallException {
  private static final long serialVersionUID = 1L;

  private final UserProblem why;
  private final String about;

  /** Why a change is refused. */
  public enum UserProblem {
    /** The name is not a valid user name. */
    BAD_NAME,
    /** There is already an account of that name. */
    EXISTS,
    /** There is no account of that name. */
    NOBODY,
    /** The user is not an admin and has no class. */
    NO_CLASS,
    /** There is no such class. */
    UNKNOWN_CLASS,
    /** Admins cannot remove or demote themselves. */
    YOURSELF,
    /** No admin would be left. */
    LAST_ADMIN
  }

  BadUser(UserProblem why, String about, String message) {
    super(message);
    this.why = why;
    this.about = about;
  }

  /** {@return why the change is refused} */
  public UserProblem why() {
    return why;
  }

  /** {@return the name of the account or class concerned} */
  public String about() {
    return about;
  }
}
