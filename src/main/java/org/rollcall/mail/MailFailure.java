package org.rollcall.mail;

import org.rollcall.model.RollcallException;

/** A mail could not be sent. */
final class MailFailure extends RollcallException {
  private static final long serialVersionUID = 1L;

  private final Attempt.AttemptResult end;

  /**
   * Makes a failure.
   *
   * @param end what kind of failure
   * @param message what failed and what to do about it
   * @param cause what the library says
   */
  MailFailure(Attempt.AttemptResult end, String message, Throwable cause) {
    super(message, cause);
    this.end = end;
  }

  /** {@return what kind of failure it is} */
  Attempt.AttemptResult end() {
    return end;
  }
}
