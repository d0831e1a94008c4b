package org.rollcall.web.kit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a form.
 *
 * @param fields the values of each field, in the order of the form
 */
record FormFields(Map<String, List<String>> fields) {
  static final FormFields EMPTY = new FormFields(Map.of());

  /** More than the largest form has: one field for each class of a school. */
  private static final int MOST_FIELDS = 1000;

  /**
   * Parses a form as browsers send it without files.
   *
   * @param encoded {@code application/x-www-form-urlencoded}, in UTF-8
   * @throws PageProblem if it is not encoded like that, or has too many fields
   */
  static FormFields parse(byte[] encoded) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    String text = new String(encoded, StandardCharsets.UTF_8);
    String[] pairs = text.isEmpty() ? new String[0] : text.split("&", MOST_FIELDS + 1);
    if (pairs.length > MOST_FIELDS) {
      throw PageProblem.badQuery("problem.malformed");
    }
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      fields.computeIfAbsent(decoded(name), unused -> new ArrayList<>()).add(decoded(value));
    }
    return new FormFields(fields);
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw PageProblem.badQuery("problem.malformed");
    }
  }

  Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  List<String> all(String name) {
    return fields.getOrDefault(name, List.of());
  }
}
