package org.rollcall.config;

import java.time.DateTimeException;
import java.util.List;
import java.util.Map;

/** Takes the settings out of the entries of a file, and says what is wrong with them. */
final class SettingsReader implements SettingsTable.Source {
  private final Map<String, Entry> entries;
  private final Problems problems;

  private SettingsReader(Map<String, Entry> entries, Problems problems) {
    this.entries = entries;
    this.problems = problems;
  }

  /**
   * Makes settings of what a file says, and of the defaults for the rest.
   *
   * @param text content of the file
   * @param file the file as messages show it
   * @return the settings
   * @throws BadSettings with everything that is wrong with the file
   */
  static Settings read(String text, String file) {
    Problems problems = new Problems(file);
    SettingsReader reader = new SettingsReader(YamlEntries.read(text, problems), problems);
    Settings settings = SettingsTable.fill(reader);
    reader.complainAboutTheRest();
    if (settings.mail().isOn() && settings.mail().server().sender().from().isEmpty()) {
      problems.addForFile("mail.host without mail.from", "the address that mails come from");
    }
    problems.throwIfAny();
    return settings;
  }

  @Override
  public <T> T take(Setting<T> setting) {
    Entry entry = entries.remove(setting.key());
    if (entry == null) {
      return setting.fallback();
    }
    try {
      if (entry.list() == setting.form().list()) {
        return setting.form().read().apply(entry.texts());
      }
      complain(entry, setting.form().expected());
    } catch (IllegalArgumentException | DateTimeException e) {
      complain(entry, setting.form().expected());
    }
    return setting.fallback();
  }

  private void complain(Entry entry, String expected) {
    problems.add(entry.line(), entry.key(), entry.found(), expected);
  }

  private void complainAboutTheRest() {
    for (Entry entry : entries.values()) {
      if (!isEmptySection(entry)) {
        String nearest = nearest(entry.key());
        problems.add(
            entry.line(), entry.key(), "an unknown key", "one such as '%s'".formatted(nearest));
      }
    }
  }

  private static boolean isEmptySection(Entry entry) {
    return entry.texts().isEmpty()
        && SettingsTable.all().stream().anyMatch(s -> s.section().equals(entry.key()));
  }

  /** A setting of the same name in another section comes first. */
  private static String nearest(String key) {
    String name = key.substring(key.lastIndexOf('.') + 1);
    List<String> keys = SettingsTable.all().stream().map(Setting::key).toList();
    List<String> namesakes =
        SettingsTable.all().stream()
            .filter(setting -> setting.name().equalsIgnoreCase(name))
            .map(Setting::key)
            .toList();
    return Nearest.to(key, namesakes.isEmpty() ? keys : namesakes).orElseThrow();
  }
}
