package org.rollcall.sheet;

import org.rollcall.model.Message;
import org.rollcall.model.RollcallException;

/** Thrown when a sheet is damaged, or has lost the columns with the corrections. */
public final class UnreadableSheet extends RollcallException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates a failure without an underlying cause.
   *
   * @param message which sheet, what is wrong with it, and what to do
   */
  public UnreadableSheet(Message message) {
    super(message);
  }

  /**
   * Creates a failure with an underlying cause.
   *
   * @param message which sheet, what is wrong with it, and what to do
   * @param cause the underlying failure, for the log
   */
  public UnreadableSheet(Message message, Throwable cause) {
    super(message, cause);
  }
}
