package org.rollcall.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rollcall.school.Problems;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * A YAML document flattened to dotted keys, each with its line number and its value as written.
 *
 * <p>It reads events instead of a tree, so values keep the exact text that was typed, duplicate
 * keys are detected, and aliases are rejected rather than expanded.
 */
final class YamlEntries {
  private static final YAMLFactory YAML = new YAMLFactory();

  private final Map<String, YamlEntry> entries = new LinkedHashMap<>();
  private final Problems problems;
  private final YAMLParser parser;

  private YamlEntries(YAMLParser parser, Problems problems) {
    this.parser = parser;
    this.problems = problems;
  }

  /**
   * Parses a text as far as it is valid YAML.
   *
   * @param text the text
   * @param problems collects what is wrong with it
   * @return the entries, in file order
   */
  static Map<String, YamlEntry> read(String text, Problems problems) {
    try (YAMLParser parser = (YAMLParser) YAML.createParser(ObjectReadContext.empty(), text)) {
      YamlEntries reader = new YamlEntries(parser, problems);
      reader.readDocument();
      return reader.entries;
    }
  }

  private void readDocument() {
    try {
      JsonToken first = parser.nextToken();
      if (first == JsonToken.START_OBJECT) {
        readSection("");
      } else if (first != null) {
        problems.add(line(), "", "a value without a key", "lines of the form 'key: value'");
        return;
      }
      if (parser.nextToken() != null) {
        problems.add(
            line(), "", "a second YAML document", "a single document, without '---' lines");
      }
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      problems.add(line, "", faulty(e), "lines of the form 'key: value', indented with spaces");
    }
  }

  private void readSection(String prefix) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = prefix + parser.currentName();
      int line = line();
      parser.nextToken();
      readValue(key, line);
    }
  }

  private void readValue(String key, int line) {
    switch (parser.currentToken()) {
      case START_OBJECT -> readSection(key + ".");
      case START_ARRAY -> put(new YamlEntry(key, line, true, readList(key)));
      default -> put(new YamlEntry(key, line, false, readText(key)));
    }
  }

  private List<String> readList(String key) {
    List<String> texts = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken().isStructStart()) {
        problems.add(line(), key, "a list within the list", "a list of plain values");
        parser.skipChildren();
      } else {
        texts.addAll(readText(key));
      }
    }
    return texts;
  }

  private List<String> readText(String key) {
    if (parser.isCurrentAlias()) {
      problems.add(
          line(), key, "the alias '*%s'".formatted(parser.getString()), "the value itself");
      return List.of();
    }
    boolean nothing = parser.currentToken() == JsonToken.VALUE_NULL || parser.getString().isBlank();
    return nothing ? List.of() : List.of(parser.getString());
  }

  private void put(YamlEntry entry) {
    YamlEntry first = entries.putIfAbsent(entry.key(), entry);
    if (first != null) {
      problems.add(
          entry.line(),
          entry.key(),
          "it again (first in line %d)".formatted(first.line()),
          "each setting once");
    }
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  /** The parser's message without its indented excerpts of the file. */
  private static String faulty(JacksonException e) {
    String reason =
        e.getOriginalMessage()
            .lines()
            .filter(line -> !line.startsWith(" "))
            .collect(Collectors.joining(", "));
    return "something that is not YAML (%s)".formatted(reason);
  }
}
