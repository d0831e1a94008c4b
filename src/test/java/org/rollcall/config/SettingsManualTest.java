package org.rollcall.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsManualTest {
  private static final Path SHIPPED = Path.of("config", "rollcall.yaml");

  @Test
  void sample_isTheFileThatIsShipped() throws IOException {
    assertThat(Files.readString(SHIPPED))
        .as("%s; write SettingsFile.sample() into it", SHIPPED)
        .isEqualToNormalizingNewlines(SettingsFile.sample());
  }

  @Test
  void sample_hasEveryKeyOnceAndNoOther() {
    Problems problems = new Problems("sample");
    Map<String, Entry> entries = YamlEntries.read(SettingsFile.sample(), problems);

    problems.throwIfAny();
    List<String> keys = SettingsTable.all().stream().map(Setting::key).toList();
    assertThat(entries).containsOnlyKeys(keys);
    assertThat(keys).doesNotHaveDuplicates();
  }

  @Test
  void sample_read_givesTheDefaults() {
    Settings settings = SettingsReader.read(SettingsFile.sample(), "sample");

    assertThat(settings.byKey()).isEqualTo(Settings.DEFAULT.byKey());
  }

  @Test
  void sample_ofEverySetting_tellsFormLimitsAndDefault() {
    String comments = SettingsFile.sample().replaceAll("\\s+(# )?", " ");

    assertThat(SettingsTable.all())
        .allSatisfy(
            setting ->
                assertThat(comments)
                    .contains(
                        setting.description()
                            + " Expects "
                            + setting.form().expected()
                            + ". Default: "));
  }

  @Test
  void table_hasARowForEverySetting() {
    assertThat(SettingsFile.table().lines())
        .hasSize(2 + SettingsTable.all().size())
        .contains(
            "| `schedule.every` | Time between two looks into footage/ during the day, on holidays"
                + " too; nothing for the nightly run alone. | a time from 1m to 1d, or nothing |"
                + " nothing |")
        .allMatch(row -> row.replaceAll("`[^`]*`", "").chars().filter(c -> c == '|').count() == 5);
  }
}
