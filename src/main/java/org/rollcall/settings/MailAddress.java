package org.rollcall.settings;

import java.util.regex.Pattern;

/** Validates email addresses. */
public final class MailAddress {
  private static final int LONGEST = 254;

  /** Bare addresses only: no display names, no quotes, only what mail servers accept. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");

  private MailAddress() {}

  /**
   * Checks whether a text is an email address and nothing else.
   *
   * @param text the text
   * @return true for an address such as {@code birch@school.example}
   */
  public static boolean isOne(String text) {
    return text.length() <= LONGEST && ADDRESS.matcher(text).matches();
  }

  /**
   * Validates an address and returns it.
   *
   * @param text the address
   * @return the same address
   * @throws IllegalArgumentException if it is not an email address
   */
  static String check(String text) {
    if (!isOne(text)) {
      throw new IllegalArgumentException(
          "'%s' is not a mail address, such as birch@school.example".formatted(text));
    }
    return text;
  }
}
