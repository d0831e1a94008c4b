package org.rollcall.model;

import java.util.Locale;

/**
 * A message that there is in English only.
 *
 * @param text what it says
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
