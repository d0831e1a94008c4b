package org.rollcall.settings;

import java.util.List;

/**
 * The entry for one key in a settings file.
 *
 * @param key section names and setting name, joined by dots
 * @param line line number of the key, from 1
 * @param list whether the value is written as a list
 * @param texts the value or values as written; empty if there is none
 */
record YamlEntry(String key, int line, boolean list, List<String> texts) {
  /** {@return whether the key has no value} */
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
