package org.rollcall.model;

/**
 * An expected failure, told to the person at the console or in the sheet.
 *
 * <p>Its message is one or two full sentences: what could not be done, with which thing, what was
 * found, what was expected, and what to do. It names students by id only.
 */
public class RollcallException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes a failure without a deeper cause.
   *
   * @param message what failed and what to do about it
   */
  public RollcallException(String message) {
    super(message);
  }

  /**
   * Makes a failure that another one caused.
   *
   * @param message what failed and what to do about it
   * @param cause the failure underneath, for the log
   */
  public RollcallException(String message, Throwable cause) {
    super(message, cause);
  }
}
