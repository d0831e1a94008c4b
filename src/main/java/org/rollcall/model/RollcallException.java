package org.rollcall.model;

import java.util.Locale;
import java.util.Optional;

/**
 * An expected failure, reported to the user on the console, on a page or in the sheet.
 *
 * <p>Its message is one or two full sentences: what could not be done, to which item, what was
 * found, what was expected, and what to do about it. It names students by id only. A failure that
 * may appear on a page carries a {@link Message}, so that users read it in their own language.
 */
public class RollcallException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Message message;

  /**
   * Creates a failure without an underlying cause.
   *
   * @param message what failed and what to do about it
   */
  public RollcallException(String message) {
    super(message);
    this.message = Message.english(message);
  }

  /**
   * Creates a failure with an underlying cause.
   *
   * @param message what failed and what to do about it
   * @param cause the underlying failure, for the log
   */
  public RollcallException(String message, Throwable cause) {
    super(message, cause);
    this.message = Message.english(message);
  }

  /**
   * Creates a failure without an underlying cause, worded in every language of the pages.
   *
   * @param message what failed and what to do about it
   */
  public RollcallException(Message message) {
    super(message.text(Locale.ENGLISH));
    this.message = message;
  }

  /**
   * Creates a failure with an underlying cause, worded in every language of the pages.
   *
   * @param message what failed and what to do about it
   * @param cause the underlying failure, for the log
   */
  public RollcallException(Message message, Throwable cause) {
    super(message.text(Locale.ENGLISH), cause);
    this.message = message;
  }

  /** {@return what failed and what to do about it, in whichever languages it is available} */
  public final Message message() {
    return message;
  }

  /**
   * Words the failure in a language.
   *
   * @param language the user's language
   * @return what failed and what to do about it; empty if it is available in English only, from
   *     {@link #getMessage()}
   */
  public Optional<String> in(Locale language) {
    return Optional.of(message)
        .filter(known -> !(known instanceof EnglishMessage))
        .map(known -> known.text(language));
  }
}
