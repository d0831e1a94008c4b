package org.rollcall.model;

import java.util.Locale;

/**
 * A message available in English only.
 *
 * @param text the wording
 */
record EnglishMessage(String text) implements Message {
  @Override
  public String text(Locale language) {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
