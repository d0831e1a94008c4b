package org.rollcall.model;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * A message from a resource bundle.
 *
 * @param pattern the enum constant that names the pattern; the bundle is named after its enum
 * @param values arguments for its placeholders, in order
 */
public record ListedMessage(Enum<?> pattern, List<Object> values) implements Message {
  /** Copies the list. */
  public ListedMessage {
    values = List.copyOf(values);
  }

  @Override
  public String text(Locale language) {
    ResourceBundle words =
        ResourceBundle.getBundle(
            pattern.getDeclaringClass().getName(),
            language,
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    Object[] worded =
        values.stream()
            .map(value -> value instanceof Message message ? message.text(language) : value)
            .toArray();
    return new MessageFormat(words.getString(pattern.name()), language).format(worded);
  }

  @Override
  public String toString() {
    return text(Locale.ENGLISH);
  }
}
