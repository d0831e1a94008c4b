package org.rollcall.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.basics.setting.Definition;
import org.rollcall.basics.setting.SettingsType;
import org.rollcall.school.InvalidConfiguration;
import org.rollcall.school.Nearest;
import org.rollcall.school.Problems;

/** Converts the entries of a settings file to settings and reports what is wrong with them. */
final class SettingsReader {
  private final Map<String, YamlEntry> entries;
  private final Problems problems;
  private final Map<Definition, Object> values = new HashMap<>();

  private SettingsReader(Map<String, YamlEntry> entries, Problems problems) {
    this.entries = entries;
    this.problems = problems;
  }

  /**
   * Parses a settings file, using defaults for whatever it omits.
   *
   * @param text content of the file
   * @param file the file name shown in messages
   * @return the settings
   * @throws InvalidConfiguration listing everything that is wrong with the file
   */
  static Settings read(String text, String file) {
    Problems problems = new Problems(file);
    SettingsReader reader = new SettingsReader(YamlEntries.read(text, problems), problems);
    Settings.definitions().forEach(reader::take);
    reader.complainAboutTheRest();
    Settings settings = reader.settings();
    if (settings.mail().isOn() && settings.mail().server().sender().from().isEmpty()) {
      problems.addForFile("mail.host without mail.from", "the address that mails come from");
    }
    problems.throwIfAny();
    return settings;
  }

  private void take(Definition setting) {
    YamlEntry entry = entries.remove(setting.key());
    if (entry == null) {
      return;
    }
    try {
      values.put(setting, value(setting, entry));
    } catch (IllegalArgumentException e) {
      problems.add(entry.line(), entry.key(), entry.found(), setting.expected());
    }
  }

  private static Object value(Definition setting, YamlEntry entry) {
    if (setting.isList() != entry.list() && !entry.isNothing()) {
      throw new IllegalArgumentException("a list instead of a single value, or the reverse");
    }
    return setting.read(entry.texts());
  }

  private Settings settings() {
    return SettingsType.of(Settings.class)
        .fill(setting -> values.getOrDefault(setting, setting.fallback()));
  }

  private void complainAboutTheRest() {
    for (YamlEntry entry : entries.values()) {
      if (!isEmptySection(entry)) {
        String nearest = nearest(entry.key());
        problems.add(
            entry.line(), entry.key(), "an unknown key", "one such as '%s'".formatted(nearest));
      }
    }
  }

  private static boolean isEmptySection(YamlEntry entry) {
    return entry.isNothing()
        && Settings.definitions().stream().anyMatch(s -> s.section().equals(entry.key()));
  }

  /** Prefers a setting of the same name in another section. */
  private static String nearest(String key) {
    String name = key.substring(key.lastIndexOf('.') + 1);
    List<String> keys = Settings.definitions().stream().map(Definition::key).toList();
    List<String> namesakes =
        Settings.definitions().stream()
            .filter(setting -> setting.name().equalsIgnoreCase(name))
            .map(Definition::key)
            .toList();
    return Nearest.to(key, namesakes.isEmpty() ? keys : namesakes).orElseThrow();
  }
}
