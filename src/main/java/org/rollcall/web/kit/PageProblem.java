package org.rollcall.web.kit;

import io.javalin.http.HttpStatus;
import java.util.Arrays;

/** A request that is refused; the page says why, in the words of its word list. */
public final class PageProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String key;
  private final transient Object[] values;

  /**
   * Refuses a request.
   *
   * @param status the status of the reply
   * @param key key of the text that says why
   * @param values what fills its placeholders, in order
   */
  public PageProblem(HttpStatus status, String key, Object... values) {
    super("%s: %s %s".formatted(status, key, Arrays.toString(values)));
    this.status = status;
    this.key = key;
    this.values = values.clone();
  }

  /** {@return the refusal of what does not exist, or is not for the user} */
  public static PageProblem missing() {
    return new PageProblem(HttpStatus.NOT_FOUND, "problem.nothing");
  }

  /**
   * Refuses a form that cannot be used as it was filled in.
   *
   * @param key key of the text that says why
   * @param values what fills its placeholders, in order
   * @return the refusal
   */
  public static PageProblem unusable(String key, Object... values) {
    return new PageProblem(HttpStatus.UNPROCESSABLE_CONTENT, key, values);
  }

  /**
   * Refuses an address whose query cannot be used.
   *
   * @param key key of the text that says why
   * @param values what fills its placeholders, in order
   * @return the refusal
   */
  public static PageProblem badQuery(String key, Object... values) {
    return new PageProblem(HttpStatus.BAD_REQUEST, key, values);
  }

  HttpStatus status() {
    return status;
  }

  String text(Words words) {
    return words.text(key, values);
  }
}
