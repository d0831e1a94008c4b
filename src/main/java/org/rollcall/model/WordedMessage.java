package org.rollcall.model;

import java.util.Locale;
import java.util.function.Function;

/**
 * A message that is worded by code.
 *
 * @param wording words it in a language
 */
record WordedMessage(Function<Locale, String> wording) implements Message {
  @Override
  public String text(Locale language) {
    return wording.apply(language);
  }

  @Override
  public String toString() {
    return text(Locale.ENGLISH);
  }
}
