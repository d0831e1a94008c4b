package org.rollcall.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.school.Home;
import org.rollcall.settings.ExplainedSetting.SettingSource;

class SettingsInquiryTest {
  @TempDir Path root;

  @Test
  void all_noFile_areDefaults() {
    assertThat(SettingsFile.explain(Home.of(root), Map.of()))
        .hasSameSizeAs(Settings.definitions())
        .allSatisfy(setting -> assertThat(setting.source()).isEqualTo(SettingSource.DEFAULT))
        .allSatisfy(setting -> assertThat(setting.value()).isEqualTo(setting.fallback()));
  }

  @Test
  void all_setInTheFile_sayThat() throws IOException {
    Home home = Home.of(root);
    Files.createDirectories(home.config());
    Files.writeString(home.settingsFile(), "web.port: 7655\nmarks: {lateAfter: 5m}\n");

    assertThat(setting(home, Map.of(), "web.port").source())
        .as("the value of the default, but written there")
        .isEqualTo(SettingSource.FILE);
    ExplainedSetting late = setting(home, Map.of(), "marks.lateAfter");
    assertThat(late.value()).isEqualTo("5m");
    assertThat(late.fallback()).isEqualTo("10m");
    assertThat(late.expected()).isEqualTo("a time from 0s to 4h");
    assertThat(late.source()).isEqualTo(SettingSource.FILE);
  }

  @Test
  void all_setByAVariable_sayWhichAndHidePasswords() {
    Home home = Home.of(root);
    Map<String, String> environment =
        Map.of("ROLLCALL_MODELS_FROM", "/media/stick", "ROLLCALL_STORE_PASSWORD", "secret");

    assertThat(setting(home, environment, "models.from"))
        .returns("/media/stick", ExplainedSetting::value)
        .returns(SettingSource.VARIABLE, ExplainedSetting::source)
        .returns("ROLLCALL_MODELS_FROM", ExplainedSetting::variable);
    assertThat(setting(home, environment, "store.passwordFile"))
        .returns("", ExplainedSetting::value)
        .returns(SettingSource.VARIABLE, ExplainedSetting::source);
    assertThat(SettingsFile.explain(home, environment).toString()).doesNotContain("secret");
  }

  private static ExplainedSetting setting(Home home, Map<String, String> environment, String key) {
    return SettingsFile.explain(home, environment).stream()
        .filter(setting -> setting.key().equals(key))
        .findFirst()
        .orElseThrow();
  }
}
