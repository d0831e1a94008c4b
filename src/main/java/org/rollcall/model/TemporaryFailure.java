package org.rollcall.model;

/** A transient failure: the same work may succeed later without any change. */
public class TemporaryFailure extends RollcallException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates a failure without an underlying cause.
   *
   * @param message what failed and what has to change before a retry
   */
  public TemporaryFailure(String message) {
    super(message);
  }

  /**
   * Creates a failure with an underlying cause.
   *
   * @param message what failed and what has to change before a retry
   * @param cause the underlying failure, for the log
   */
  public TemporaryFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Creates a failure without an underlying cause, worded in every language of the pages.
   *
   * @param message what failed and what has to change before a retry
   */
  public TemporaryFailure(Message message) {
    super(message);
  }

  /**
   * Creates a failure with an underlying cause, worded in every language of the pages.
   *
   * @param message what failed and what has to change before a retry
   * @param cause the underlying failure, for the log
   */
  public TemporaryFailure(Message message, Throwable cause) {
    super(message, cause);
  }
}
