package org.rollcall.config;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rollcall.config.ExplainedSetting.Source;

/** What holds in an installation, and why. */
final class SettingsInquiry {
  private static final String FOLDER_OF_PACKS = "models.from";

  /** What variables override; those of passwords are never shown. */
  private static final Map<String, String> VARIABLES =
      Map.of(
          FOLDER_OF_PACKS,
          "ROLLCALL_MODELS_FROM",
          "store.passwordFile",
          "ROLLCALL_STORE_PASSWORD",
          "web.keyStorePasswordFile",
          "ROLLCALL_WEB_KEYSTORE_PASSWORD");

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
    return SettingsTable.all().stream().map(this::explained).toList();
  }

  private ExplainedSetting explained(Setting<?> setting) {
    String variable = VARIABLES.getOrDefault(setting.key(), "");
    Source source = source(setting, variable);
    return new ExplainedSetting(
        setting.key(),
        source == Source.VARIABLE ? ofVariable(setting, variable) : setting.written(settings),
        setting.written(Settings.DEFAULT),
        setting.form().expected(),
        setting.description(),
        source,
        variable);
  }

  private Source source(Setting<?> setting, String variable) {
    if (!environment.getOrDefault(variable, "").isEmpty()) {
      return Source.VARIABLE;
    }
    return inFile.contains(setting.key()) ? Source.FILE : Source.DEFAULT;
  }

  private String ofVariable(Setting<?> setting, String variable) {
    return setting.key().equals(FOLDER_OF_PACKS) ? environment.get(variable) : "";
  }
}
