package org.rollcall.config;

import java.util.List;
import java.util.function.Function;

/**
 * One setting: all there is to know about it.
 *
 * @param <T> type of its value
 * @param key name in the file, section and name joined by a dot
 * @param form how its values are written
 * @param value where it stands among the settings
 * @param description what it does, for the person who sets it
 */
record Setting<T>(String key, Form<T> form, Function<Settings, T> value, String description) {
  T fallback() {
    return value.apply(Settings.DEFAULT);
  }

  String section() {
    return key.substring(0, key.indexOf('.'));
  }

  String name() {
    return key.substring(key.indexOf('.') + 1);
  }

  List<String> texts(Settings settings) {
    return form.write().apply(value.apply(settings));
  }

  String written(Settings settings) {
    return String.join(", ", texts(settings));
  }
}
