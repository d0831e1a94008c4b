package org.rollcall.settings;

import java.util.List;

/**
 * What the file says for one key.
 *
 * @param key sections and name, joined by dots
 * @param line line of the key, from 1
 * @param list whether a list is written there
 * @param texts the value or the values as written; empty if nothing is written there
 */
public record YamlEntry(String key, int line, boolean list, List<String> texts) {
  /** {@return whether the key stands there alone} */
  boolean isNothing() {
    return !list && texts.isEmpty();
  }

  String found() {
    if (list) {
      return "the list [%s]".formatted(String.join(", ", texts));
    }
    return isNothing() ? "nothing" : "'%s'".formatted(texts.get(0));
  }
}
