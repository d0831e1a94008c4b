package org.rollcall.settings;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rollcall.basics.setting.Definition;
import org.rollcall.basics.setting.SettingsType;
import org.rollcall.school.Home;
import org.rollcall.school.Problems;
import org.rollcall.school.TextFile;
import org.rollcall.settings.ExplainedSetting.SettingSource;

/** Determines the effective value and source of every setting in an installation. */
final class SettingsInquiry {
  private final Settings settings;
  private final Set<String> inFile;
  private final Map<String, String> environment;

  SettingsInquiry(Home home, Map<String, String> environment) {
    this.settings = SettingsFile.read(home);
    this.inFile = Files.exists(home.settingsFile()) ? keys(home) : Set.of();
    this.environment = environment;
  }

  private static Set<String> keys(Home home) {
    String text = TextFile.read(home, home.settingsFile());
    return YamlEntries.read(text, new Problems(home.relative(home.settingsFile()))).keySet();
  }

  List<ExplainedSetting> all() {
    return SettingsType.values(settings).entrySet().stream()
        .map(setting -> explained(setting.getKey(), setting.getValue()))
        .toList();
  }

  private ExplainedSetting explained(Definition setting, Object value) {
    String variable = setting.variable() + setting.password();
    boolean overridden = !environment.getOrDefault(variable, "").isEmpty();
    // The value of a password variable is never shown.
    String override = environment.getOrDefault(setting.variable(), "");
    return new ExplainedSetting(
        setting.key(),
        overridden ? override : written(setting, value),
        written(setting, setting.fallback()),
        setting.expected(),
        setting.help(),
        overridden ? SettingSource.VARIABLE : inFile(setting),
        variable);
  }

  private SettingSource inFile(Definition setting) {
    return inFile.contains(setting.key()) ? SettingSource.FILE : SettingSource.DEFAULT;
  }

  private static String written(Definition setting, Object value) {
    return String.join(", ", setting.write(value));
  }
}
