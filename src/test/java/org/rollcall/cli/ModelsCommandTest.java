package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.cli.School.Answer;
import org.rollcall.testing.UsesPacks;

class ModelsCommandTest {
  @TempDir Path folder;

  private School school;

  @BeforeEach
  void open() {
    school = new School(folder);
  }

  @Test
  void list_freshHome_showsAllPacksAndUsesTheBuiltInOne() {
    Answer answer = school.types("models", "list");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out())
        .containsPattern("compact +built in +\\d+\\.\\d MB")
        .containsPattern("mtcnn +not installed ")
        .contains("Faces are detected with: compact", "Faces are recognised with: compact");
  }

  @Test
  void list_packOfTheSettingsNotInstalled_failsAndSaysHowToInstallIt() {
    school.write("config/rollcall.yaml", "detection:\n  pack: mtcnn\n");

    Answer answer = school.types("models", "list");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.err()).contains("'mtcnn' is not installed", "models install mtcnn");
  }

  @Test
  void install_unknownPack_isWrongUsage() {
    Answer answer = school.types("models", "install", "nonsense");

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err()).contains("Unknown model pack 'nonsense'. Known: ", "mtcnn");
  }

  @Test
  void install_missingFolder_isWrongUsage() {
    Answer answer = school.types("models", "install", "--from", "/nowhere");

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err()).contains("There is no folder /nowhere");
  }

  @Test
  void install_folderWithoutTheFiles_failsWithTheMissingOne() {
    Path empty = school.folder("empty");

    Answer answer = school.types("models", "install", "mtcnn", "--from", empty.toString());

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.err()).contains("Cannot install model pack 'mtcnn'", "is missing");
  }

  @Test
  void install_optionGiven_goesBeforeVariableAndSettings() {
    school.write("config/rollcall.yaml", "models:\n  from: of-settings\n");
    school.with("ROLLCALL_MODELS_FROM", school.folder("of-variable").toString());
    Path ofOption = school.folder("of-option");

    assertThat(school.types("models", "install", "--from", ofOption.toString()).out())
        .contains("Installing from " + ofOption);
  }

  @Test
  void install_variableGiven_goesBeforeSettings() {
    school.write("config/rollcall.yaml", "models:\n  from: of-settings\n");
    school.with("ROLLCALL_MODELS_FROM", school.folder("of-variable").toString());

    assertThat(school.types("models", "install").out())
        .contains("Installing from " + folder.resolve("of-variable"));
  }

  @Test
  void install_settingsGiven_countFromTheHome() {
    school.write("config/rollcall.yaml", "models:\n  from: of-settings\n");
    school.folder("of-settings");

    assertThat(school.types("models", "install").out())
        .contains("Installing from " + folder.resolve("of-settings"));
  }

  @UsesPacks
  @Test
  void install_publishedPack_isUsedFromThenOn() {
    Path packs =
        Path.of(
            Optional.ofNullable(System.getenv("ROLLCALL_MODELS_FROM")).orElse("../shared/models"));
    boolean found = Files.isDirectory(packs);
    if (!found) {
      System.err.printf("SKIPPED: no published model packs in '%s'%n", packs.toAbsolutePath());
    }
    assumeTrue(found, "no published model packs");

    Answer installed = school.types("models", "install", "mtcnn", "--from", packs.toString());

    assertThat(installed.err()).isEmpty();
    assertThat(installed.out()).contains("Installed: mtcnn");
    assertThat(school.types("models", "list").out())
        .containsPattern("mtcnn +installed ")
        .contains("Faces are detected with: mtcnn");
  }
}
