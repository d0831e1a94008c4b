package org.rollcall.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.LessonKey;

class HomeTest {
  private static final LessonKey LESSON =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));

  @TempDir private Path root;

  @Test
  void places_ofAnInstallation_areAsDocumented() {
    Home home = Home.of(root);

    assertThat(home.settingsFile()).isEqualTo(root.resolve("config/rollcall.yaml"));
    assertThat(home.timetableFile()).isEqualTo(root.resolve("config/timetable.csv"));
    assertThat(home.modelsFolder()).isEqualTo(root.resolve("config/models"));
    assertThat(home.rosterFile("7A")).isEqualTo(root.resolve("config/classes/7A/roster.csv"));
    assertThat(home.studentsFolder("7A")).isEqualTo(root.resolve("config/classes/7A/students"));
    assertThat(home.footage()).isEqualTo(root.resolve("footage"));
    assertThat(home.attendance("7A")).isEqualTo(root.resolve("attendance/7A"));
    assertThat(home.output(LESSON)).isEqualTo(root.resolve("output/7A/2026-11-16_0900"));
    assertThat(home.database()).isEqualTo(root.resolve("output/rollcall.db"));
    assertThat(home.logs()).isEqualTo(root.resolve("output/logs"));
  }

  @Test
  void of_relativeFolder_isAbsolute() {
    assertThat(Home.of(Path.of("x/..")).root()).isEqualTo(Path.of("").toAbsolutePath());
  }

  @Test
  void classFolder_nameThatClimbs_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Home.of(root).classFolder("../models"))
        .withMessageContaining("'../models'");
    assertThatIllegalArgumentException().isThrownBy(() -> Home.of(root).attendance(".."));
  }

  @Test
  void classNames_foldersOnly_areSorted() throws IOException {
    Files.createDirectories(root.resolve("config/classes/8B"));
    Files.createDirectories(root.resolve("config/classes/7A"));
    Files.createDirectories(root.resolve("config/classes/.old"));
    Files.createFile(root.resolve("config/classes/notes.txt"));

    assertThat(Home.of(root).classNames()).containsExactly("7A", "8B");
  }

  @Test
  void classNames_foldersOfSystems_areLeftOut() throws IOException {
    Files.createDirectories(root.resolve("config/classes/System Volume Information"));
    Files.createDirectories(root.resolve("config/classes/lost+found"));

    assertThat(Home.of(root).classNames()).isEmpty();
  }

  @Test
  void classFolder_accentsComposedDifferently_isTheFolderThatExists() throws IOException {
    Path folder = root.resolve("config/classes/6e\u0300me");
    Files.createDirectories(folder);

    assertThat(Home.of(root).classFolder("6\u00e8me")).isEqualTo(folder);
    assertThat(Home.of(root).classFolder("6eme")).isNotEqualTo(folder);
  }

  @Test
  void classNames_noFolder_areNone() {
    assertThat(Home.of(root).classNames()).isEmpty();
  }

  @Test
  void relative_insideAndOutside_isShortOrWhole() {
    Home home = Home.of(root);

    assertThat(home.relative(root.resolve("footage/7A/x.mp4"))).isEqualTo("footage/7A/x.mp4");
    assertThat(home.relative(Path.of("/elsewhere/x.mp4"))).endsWith("/elsewhere/x.mp4");
  }

  @Test
  void resolve_relativeAndAbsolute_countsFromTheHome() {
    assertThat(Home.of(root).resolve(Path.of("../models")))
        .isEqualTo(root.resolveSibling("models"));
    assertThat(Home.of(root).resolve(root.resolve("x"))).isEqualTo(root.resolve("x"));
  }
}
