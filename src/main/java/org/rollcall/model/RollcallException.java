package org.rollcall.model;

import java.util.Locale;
import java.util.Optional;

/**
 * An expected failure, told to the person at the console, at a page or in the sheet.
 *
 * <p>Its message is one or two full sentences: what could not be done, with which thing, what was
 * found, what was expected, and what to do. It names students by id only. What people meet at a
 * page is a {@link Message}, which they read in their own language.
 */
public class RollcallException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Message message;

  /**
   * Makes a failure without a deeper cause.
   *
   * @param message what failed and what to do about it
   */
  public RollcallException(String message) {
    super(message);
    this.message = null;
  }

  /**
   * Makes a failure that another one caused.
   *
   * @param message what failed and what to do about it
   * @param cause the failure underneath, for the log
   */
  public RollcallException(String message, Throwable cause) {
    super(message, cause);
    this.message = null;
  }

  /**
   * Makes a failure without a deeper cause, in all languages of the pages.
   *
   * @param message what failed and what to do about it
   */
  public RollcallException(Message message) {
    super(message.text(Locale.ENGLISH));
    this.message = message;
  }

  /**
   * Makes a failure that another one caused, in all languages of the pages.
   *
   * @param message what failed and what to do about it
   * @param cause the failure underneath, for the log
   */
  public RollcallException(Message message, Throwable cause) {
    super(message.text(Locale.ENGLISH), cause);
    this.message = message;
  }

  /**
   * Words the failure for a person.
   *
   * @param language the person's language
   * @return what failed and what to do about it; empty if that is known in English only, by {@link
   *     #getMessage()}
   */
  public Optional<String> in(Locale language) {
    return Optional.ofNullable(message).map(known -> known.text(language));
  }
}
