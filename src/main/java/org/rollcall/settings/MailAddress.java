package org.rollcall.settings;

import java.util.regex.Pattern;

/** What an address for mails looks like. */
public final class MailAddress {
  private static final int LONGEST = 254;

  /** Plain addresses only: no names around them, no quotes, nothing but what servers take. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");

  private MailAddress() {}

  /**
   * Whether a text is an address and nothing else.
   *
   * @param text the text
   * @return true for one such as {@code birch@school.example}
   */
  public static boolean isOne(String text) {
    return text.length() <= LONGEST && ADDRESS.matcher(text).matches();
  }

  /**
   * Gives an address back.
   *
   * @param text the address
   * @return the same
   * @throws IllegalArgumentException if it is none
   */
  public static String check(String text) {
    if (!isOne(text)) {
      throw new IllegalArgumentException(
          "'%s' is not a mail address, such as birch@school.example".formatted(text));
    }
    return text;
  }
}
