package org.rollcall.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.evaluation.Truth;
import org.rollcall.model.RollcallException;
import org.rollcall.school.Home;
import org.rollcall.school.RosterFile;
import org.rollcall.settings.SettingsFile;
import org.rollcall.testing.UsesNatives;

class DemoHomeTest {
  private static final DemoOptions OPTIONS =
      new DemoOptions(4, Duration.ofSeconds(16), 1, 640, 360);

  @TempDir Path folder;

  @Test
  @UsesNatives
  void make_interrupted_leavesNoRecordingAndCanBeRepeated() throws IOException {
    Home home = Home.of(folder);
    DemoHome demo = DemoHome.at(home, OPTIONS);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> demo.make(filmed -> {}))
        .isInstanceOf(RollcallException.class)
        .hasMessageContaining("stopped");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(demo.filmed()).isFalse();
    Truth truth = DemoHome.at(home, OPTIONS).make(filmed -> {});
    assertThat(demo.filmed()).isTrue();
    assertThat(truth.recording()).isEqualTo(demo.recording());
    assertThat(RosterFile.read(home, "Demo").students())
        .isEqualTo(truth.attendance().stream().map(Truth.TrueAttendance::student).toList());
    assertSettingsAreForAShortLessonAndStay(home);
  }

  private static void assertSettingsAreForAShortLessonAndStay(Home home) throws IOException {
    assertThat(SettingsFile.read(home).school().name()).isEqualTo("Demo school");
    assertThat(SettingsFile.read(home).attendance().lateAfter()).isEqualTo(Duration.ofSeconds(2));
    String edited = "school:\n  name: My school\n";
    Files.writeString(home.settingsFile(), edited);

    DemoHome.at(home, OPTIONS).make(filmed -> {});

    assertThat(home.settingsFile()).hasContent(edited);
  }

  @Test
  void at_newFolder_makesNothingYet() {
    Path home = folder.resolve("new");

    DemoHome.at(Home.of(home), OPTIONS);

    assertThat(home).doesNotExist();
  }

  @Test
  void make_noPlaceToWrite_saysWhere() throws IOException {
    DemoHome demo = DemoHome.at(Home.of(folder), OPTIONS);
    Files.writeString(folder.resolve("config"), "in the way");

    assertThatThrownBy(() -> demo.make(filmed -> {}))
        .isInstanceOf(RollcallException.class)
        .hasMessageStartingWith("Cannot make a demo in " + folder);
  }
}
