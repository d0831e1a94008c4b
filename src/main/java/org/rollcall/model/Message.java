package org.rollcall.model;

import java.util.List;
import java.util.Locale;

/** What a person is told, in each of several languages. */
@FunctionalInterface
public interface Message {
  /**
   * Words the message.
   *
   * @param language the language
   * @return the message in that language, or in English where it has no other
   */
  String text(Locale language);

  /**
   * A message of a word list.
   *
   * <p>The list is the resource bundle that lies beside the enum and has its name: {@code
   * Refusal.properties} is in English, {@code Refusal_de.properties} in German. Each has one {@link
   * java.text.MessageFormat} pattern for each constant.
   *
   * @param pattern which pattern of the list
   * @param values what fills its placeholders, in order, messages in the same language; never a
   *     student's name
   * @return the message; {@link Object#toString()} gives it in English
   */
  static Message of(Enum<?> pattern, Object... values) {
    return new ListedMessage(pattern, List.of(values));
  }

  /**
   * A message that there is in English only.
   *
   * @param text what it says
   * @return the message; {@link Object#toString()} gives the text
   */
  static Message english(String text) {
    return new EnglishMessage(text);
  }
}
