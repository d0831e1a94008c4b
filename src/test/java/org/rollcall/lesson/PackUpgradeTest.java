package org.rollcall.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.enrol.EnrolmentReport;
import org.rollcall.face.pack.PackInstaller;
import org.rollcall.face.pack.PackSource;
import org.rollcall.home.Installation;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Progress;
import org.rollcall.run.Workbench;
import org.rollcall.school.Home;
import org.rollcall.testing.FilmedLesson;
import org.rollcall.testing.HandWork;
import org.rollcall.testing.SharedFolders;
import org.rollcall.testing.UsesPacks;

/** A school starts with the built-in pack and moves up to the published ones. */
@UsesPacks
class PackUpgradeTest {
  @TempDir Path folder;

  @Test
  void process_afterInstallingPacks_enrolsAnewByItselfAndNamesThem() throws IOException {
    Home home = Home.of(folder);
    FilmedLesson.enrol(folder, "7A");
    Path recording = FilmedLesson.record(home.footage().resolve("7A/2026-11-16_0900.mp4"));
    Files.writeString(home.settingsFile(), "footage:\n  stillFor: 0s\n");
    PackSource published = PackSource.folder(SharedFolders.models());

    LessonRegister before = process(home, recording);
    PackInstaller installer = new PackInstaller(home.modelsFolder());
    installer.install(installer.installable(), published, fetched -> {});
    LessonRegister after = process(home, recording);

    assertThat(before.run().models())
        .containsEntry("detection", "compact")
        .containsEntry("recognition", "compact");
    assertThat(after.run().models())
        .containsEntry("detection", "yunet")
        .containsEntry("recognition", "fused");
    assertThat(marks(after)).isEqualTo(marks(before));
    assertThat(enroll(home)).isEqualTo(new Enrolled("fused", false));
  }

  private static LessonRegister process(Home home, Path recording) {
    return HandWork.register(home, recording);
  }

  private static Enrolled enroll(Home home) {
    try (Installation installation = Installation.open(home, Clock.systemUTC());
        Workbench workbench = Workbench.open(installation)) {
      EnrolmentReport report = workbench.enrolment().enrol("7A", Progress.NONE);
      return new Enrolled(report.space(), report.renewed());
    }
  }

  private static List<String> marks(LessonRegister register) {
    return register.rows().stream()
        .map(row -> row.verdict().student().id() + " " + row.status())
        .toList();
  }

  /** In which space a class is enrolled, and whether that had to be done now. */
  private record Enrolled(String space, boolean renewed) {}
}
