package org.rollcall.mail;

import org.rollcall.model.RollcallException;

/** Thrown when a mail cannot be sent. */
final class MailFailure extends RollcallException {
  private static final long serialVersionUID = 1L;

  private final Attempt.AttemptResult end;

  /**
   * Creates the exception.
   *
   * @param end the kind of failure
   * @param message what failed and what to do about it
   * @param cause the exception of the mail library
   */
  MailFailure(Attempt.AttemptResult end, String message, Throwable cause) {
    super(message, cause);
    this.end = end;
  }

  /** {@return the kind of failure} */
  Attempt.AttemptResult end() {
    return end;
  }
}
