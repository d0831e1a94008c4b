package org.rollcall.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.rollcall.basics.setting.Definition;
import org.rollcall.school.Problems;

class SettingsDocumentsTest {
  private static final String WRITE = "settings.write";

  static final List<Arguments> DOCUMENTS =
      List.of(
          arguments(Path.of("config", "rollcall.yaml"), SettingsDocuments.file()),
          arguments(Path.of("src", "docs", "settings.md"), SettingsDocuments.manual()));

  @ParameterizedTest
  @FieldSource("DOCUMENTS")
  void document_inTheRepository_isUpToDate(Path file, String text) throws IOException {
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(file, text);
    }
    assertThat(Files.readString(file))
        .as(
            "%s; renew it with mvn test -Dtest=%s -D%s=true",
            file, getClass().getSimpleName(), WRITE)
        .isEqualToNormalizingNewlines(text);
  }

  @Test
  void file_hasEveryKeyOnceAndNoOther() {
    Problems problems = new Problems("file");
    Map<String, YamlEntry> entries = YamlEntries.read(SettingsDocuments.file(), problems);

    problems.throwIfAny();
    List<String> keys = Settings.definitions().stream().map(Definition::key).toList();
    assertThat(entries).containsOnlyKeys(keys);
    assertThat(keys).doesNotHaveDuplicates();
  }

  @Test
  void file_read_givesTheDefaults() {
    Settings settings = SettingsReader.read(SettingsDocuments.file(), "file");

    assertThat(settings.byKey()).isEqualTo(Settings.DEFAULT.byKey());
  }

  @Test
  void file_ofEverySetting_tellsHelpAndLimitsAndDefault() {
    String comments = SettingsDocuments.file().replaceAll("\\s+(# )?", " ");

    assertThat(Settings.definitions())
        .allSatisfy(
            setting ->
                assertThat(comments)
                    .contains(" %s Expects %s.".formatted(setting.help(), setting.expected())));
  }

  @Test
  void manual_ofEverySetting_hasALinkTarget() {
    assertThat(Settings.definitions())
        .allSatisfy(
            setting ->
                assertThat(SettingsDocuments.manual())
                    .containsOnlyOnce("<a id=\"%s\"></a>".formatted(setting.key())));
  }
}
