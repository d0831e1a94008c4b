package org.rollcall.settings;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.rollcall.basics.setting.Definition;
import org.rollcall.basics.setting.SettingsType;

/** The settings explained to the person who sets them: the file that is shipped, and the manual. */
final class SettingsDocuments {
  /** As many words as fit into 90 characters, or one word that is longer. */
  private static final Pattern LINE = Pattern.compile("(.{1,90}|\\S+)(?: |$)");

  private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ./_-]*");
  private static final Pattern KEY = keys();

  /** Defaults that are longer get lines of their own in the manual. */
  private static final int LONGEST = 80;

  private static final String FILE_HEAD =
      """
      # Settings of Rollcall. Each one may be left out; this file holds the defaults.
      # Times are written as 500ms, 30s, 10m, 2h or 1d.
      """;

  private static final String MANUAL_HEAD =
      """
      # Settings

      This is for the admin of a school who wants Rollcall to work differently: every setting, what it
      does, and which values it takes.

      1. Edit `config/rollcall.yaml` in the home folder of the installation: the folder named by
         `--home` or by the environment variable `ROLLCALL_HOME`, else the current one.
         [The file that comes with Rollcall](../../config/rollcall.yaml) holds every setting with its
         default. Each may be changed or left out.
      2. Check it with `rollcall doctor`. An unknown key or a wrong value is refused: the message names
         its line, what was found and what was expected, for all problems in the file at once.
      3. Commands read the file when they start, and `serve` reads it again for each run, so most
         changes take effect with the next run. Restart `serve` after changes to `alarm.command`,
         `schedule`, `store` or `web`.
      4. Admins see on the settings page which value applies and where it comes from.

      ```yaml
      school:
        name: Hill School
      marks:
        lateAfter: 5m
      web.port: 8080        # a key may also be written in full
      ```

      - Times are written as `500ms`, `30s`, `10m`, `2h` or `1d`.
      - Lists are written as `[mp4, mkv]`, or with one value on each line after a `-`.
      - To set nothing where a setting allows it, leave the value empty: `zone:`.
      - Paths are absolute, or relative to the home folder.

      ## Precedence

      1. an option of the command, for instance `models install --from`
      2. an environment variable, where the setting names one
      3. `config/rollcall.yaml`
      4. the default

      ## Passwords

      No password stands in `config/rollcall.yaml`. Rollcall takes each from an environment variable
      or, where that is not set, from a file that holds the password and nothing else. Let only the
      user who runs Rollcall read that file.

      """;

  private static final String MANUAL_END =
      """

      ---

      See also: [For admins](admins.md) · [Operating Rollcall](operating.md) · [Rollcall](../../README.md)
      """;

  private SettingsDocuments() {}

  private static Pattern keys() {
    return Pattern.compile(
        Settings.definitions().stream()
            .map(setting -> Pattern.quote(setting.key()))
            .collect(joining("|", "(?:", ")\\b")));
  }

  /** {@return the settings file with every default written out and explained} */
  static String file() {
    return FILE_HEAD + eachSection("\n# %2$s\n%1$s:\n", SettingsDocuments::inFile);
  }

  /** {@return the manual, in Markdown} */
  static String manual() {
    return MANUAL_HEAD
        + passwords()
        + eachSection("\n## %s\n\n%s\n\n", SettingsDocuments::inManual)
        + MANUAL_END;
  }

  private static String eachSection(String head, Function<Definition, String> entry) {
    Map<String, String> help = SettingsType.of(Settings.class).sections();
    Map<String, String> sections = new LinkedHashMap<>();
    for (Definition setting : Settings.definitions()) {
      sections.putIfAbsent(
          setting.section(), head.formatted(setting.section(), help.get(setting.section())));
      sections.merge(setting.section(), entry.apply(setting), String::concat);
    }
    return String.join("", sections.values());
  }

  private static String passwords() {
    return Settings.definitions().stream()
        .filter(setting -> !setting.password().isEmpty())
        .map(
            setting ->
                "- `%s`, or the file that %s names\n"
                    .formatted(setting.password(), link(setting.key())))
        .collect(joining());
  }

  private static String inFile(Definition setting) {
    List<String> texts = defaults(setting);
    String fallback = texts.isEmpty() ? "nothing" : String.join(", ", texts);
    return wrapped("  # ", setting.help())
        + wrapped("  # ", "%s Default: %s".formatted(expected(setting, "%s"), fallback))
        + "  "
        + assignment(setting, texts);
  }

  private static String assignment(Definition setting, List<String> texts) {
    List<String> quoted = texts.stream().map(SettingsDocuments::quoted).toList();
    if (!setting.isList()) {
      return "%s: %s".formatted(setting.name(), String.join("", quoted)).strip() + "\n";
    }
    if (quoted.equals(texts)) {
      return "%s: [%s]\n".formatted(setting.name(), String.join(", ", texts));
    }
    return quoted.stream()
        .map("    - %s\n"::formatted)
        .collect(joining("", setting.name() + ":\n", ""));
  }

  private static String quoted(String text) {
    return NEEDS_NO_QUOTES.matcher(text).matches()
        ? text
        : "'%s'".formatted(text.replace("'", "''"));
  }

  private static String inManual(Definition setting) {
    String text = setting.help().replaceAll("'([a-z]+)'", "`$1`");
    String help = KEY.matcher(text).replaceAll(key -> link(key.group()));
    String item = "<a id=\"%1$s\"></a>**`%1$s`**: %2$s\\".formatted(setting.key(), help);
    return wrapped("  ", item).replaceFirst(" ", "-") + valuesInManual(setting);
  }

  private static String valuesInManual(Definition setting) {
    List<String> texts = defaults(setting);
    String expected = expected(setting, "`%s`") + " Default:";
    String fallback = texts.isEmpty() ? "nothing" : "`%s`".formatted(String.join(", ", texts));
    if (fallback.length() <= LONGEST) {
      return wrapped("  ", "%s %s.".formatted(expected, fallback));
    }
    return wrapped("  ", expected)
        + texts.stream().map("  %s\n"::formatted).collect(joining("", "\n  ```\n", "  ```\n"));
  }

  /** {@return what may be set, and what overrides it} */
  private static String expected(Definition setting, String code) {
    String variable = setting.variable() + setting.password();
    String override =
        variable.isEmpty()
            ? ""
            : " The environment variable %s overrides it.".formatted(code.formatted(variable));
    return "Expects %s.%s".formatted(setting.expected(), override);
  }

  private static List<String> defaults(Definition setting) {
    return setting.write(setting.fallback());
  }

  private static String link(String key) {
    return "[`%s`](#%s)".formatted(key, key);
  }

  private static String wrapped(String indent, String text) {
    return LINE.matcher(text).replaceAll(indent + "$1\n");
  }
}
