package org.rollcall.model;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A message for the user that can be worded in several languages. Its {@link Object#toString()} is
 * its English wording.
 */
public sealed interface Message permits EnglishMessage, ListedMessage, WordedMessage {
  /**
   * Words the message.
   *
   * @param language the language wanted
   * @return the message in that language, or in English if there is no translation
   */
  String text(Locale language);

  /**
   * Creates a message from a resource bundle.
   *
   * <p>The bundle is named after the enum and lies next to it: {@code Refusal.properties} is in
   * English, {@code Refusal_de.properties} in German. Each has one {@link java.text.MessageFormat}
   * pattern per constant.
   *
   * @param pattern the constant that names the pattern
   * @param values arguments for its placeholders, in order, with messages worded in the same
   *     language; never a student's name
   * @return the message
   */
  static Message of(Enum<?> pattern, Object... values) {
    return new ListedMessage(pattern, List.of(values));
  }

  /**
   * Words several messages in English.
   *
   * @param messages the messages
   * @return their texts, one after the other
   */
  static String joined(Collection<Message> messages) {
    return messages.stream().map(Message::toString).collect(Collectors.joining(" "));
  }

  /**
   * Creates a message available in English only.
   *
   * @param text the wording
   * @return the message
   */
  static Message english(String text) {
    return new EnglishMessage(text);
  }

  /**
   * Creates a message that is worded by code, such as a date or a list of other messages.
   *
   * @param wording words it in a language
   * @return the message
   */
  static Message worded(Function<Locale, String> wording) {
    return new WordedMessage(wording);
  }
}
