package org.rollcall.model;

/** A failure that can heal by itself: the same work may succeed later, unchanged. */
public class TemporaryFailure extends RollcallException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes a failure without a deeper cause.
   *
   * @param message what failed and what it waits for
   */
  public TemporaryFailure(String message) {
    super(message);
  }

  /**
   * Makes a failure that another one caused.
   *
   * @param message what failed and what it waits for
   * @param cause the failure underneath, for the log
   */
  public TemporaryFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Makes a failure without a deeper cause, in all languages of the pages.
   *
   * @param message what failed and what it waits for
   */
  public TemporaryFailure(Message message) {
    super(message);
  }

  /**
   * Makes a failure that another one caused, in all languages of the pages.
   *
   * @param message what failed and what it waits for
   * @param cause the failure underneath, for the log
   */
  public TemporaryFailure(Message message, Throwable cause) {
    super(message, cause);
  }
}
