package org.rollcall.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The settings explained to the person who sets them. */
final class SettingsManual {
  /** As many words as fit into 90 characters, or one word that is longer. */
  private static final Pattern COMMENT_LINE = Pattern.compile("(.{1,90}|\\S+)(?: |$)");

  private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ./_-]*");
  private static final String HEAD =
      """
      # Settings of Rollcall. Each one may be left out; this file holds the defaults.
      # Times are written as 500ms, 30s, 10m, 2h or 1d.
      """;

  private SettingsManual() {}

  static String sample() {
    Map<String, String> sections = new LinkedHashMap<>();
    for (Setting<?> setting : SettingsTable.all()) {
      sections.merge(setting.section(), explained(setting), String::concat);
    }
    return sections.entrySet().stream()
        .map(section -> "\n%s:\n%s".formatted(section.getKey(), section.getValue()))
        .collect(Collectors.joining("", HEAD, ""));
  }

  static String table() {
    return SettingsTable.all().stream()
        .map(SettingsManual::row)
        .collect(
            Collectors.joining(
                "", "| key | what it does | values | default |\n|---|---|---|---|\n", ""));
  }

  private static String row(Setting<?> setting) {
    String fallback =
        setting.texts(Settings.DEFAULT).stream()
            .map(text -> "`%s`".formatted(text.replace("|", "\\|")))
            .collect(Collectors.joining("<br>"));
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            setting.key(),
            setting.description(),
            setting.form().expected(),
            fallback.isEmpty() ? "nothing" : fallback);
  }

  private static String explained(Setting<?> setting) {
    List<String> texts = setting.texts(Settings.DEFAULT);
    String fallback = texts.isEmpty() ? "nothing" : String.join(", ", texts);
    String expected = "Expects %s. Default: %s".formatted(setting.form().expected(), fallback);
    return comment(setting.description()) + comment(expected) + "  " + line(setting, texts);
  }

  private static String comment(String text) {
    return COMMENT_LINE.matcher(text).replaceAll("  # $1\n");
  }

  private static String line(Setting<?> setting, List<String> texts) {
    List<String> quoted = texts.stream().map(SettingsManual::quoted).toList();
    if (!setting.form().list()) {
      return "%s: %s".formatted(setting.name(), String.join("", quoted)).strip() + "\n";
    }
    if (quoted.equals(texts)) {
      return "%s: [%s]\n".formatted(setting.name(), String.join(", ", texts));
    }
    return quoted.stream()
        .map("    - %s\n"::formatted)
        .collect(Collectors.joining("", setting.name() + ":\n", ""));
  }

  private static String quoted(String text) {
    return NEEDS_NO_QUOTES.matcher(text).matches()
        ? text
        : "'%s'".formatted(text.replace("'", "''"));
  }
}
