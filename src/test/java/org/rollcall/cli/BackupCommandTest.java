package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.cli.School.Answer;
import org.rollcall.model.LessonKey;
import org.rollcall.store.Store;
import org.rollcall.testing.WholeRecording;

class BackupCommandTest {
  private static final LessonKey LESSON =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));

  @TempDir Path folder;

  private School school;
  private String zip;

  @BeforeEach
  void open() {
    school = new School(folder.resolve("school"));
    zip = folder.resolve("backup.zip").toString();
  }

  private void note(School where, String file) {
    try (Store store = Store.open(where.home().database())) {
      store.ledger().add("a".repeat(64), file);
    }
  }

  @Test
  void backup_thenRestore_bringsAllToAnotherHome() {
    note(school, "footage/x.mp4");
    School other = new School(folder.resolve("other"));

    Answer backedUp = school.types("backup", zip);
    Answer restored = other.types("restore", zip);

    assertThat(backedUp.out()).startsWith("Backed up: 2 rows of ").contains(zip);
    assertThat(backedUp.exitCode()).isZero();
    assertThat(restored.out()).startsWith("Restored: 2 rows of ").contains("as they were on ");
    assertThat(restored.exitCode()).isZero();
    assertThat(other.types("status", "--all").out()).contains("footage/x.mp4");
  }

  @Test
  void backup_newHome_saysThereIsNothing() {
    Answer answer = school.types("backup", zip);

    assertThat(answer.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(answer.err()).contains("Rollcall has not created it yet.");
    assertThat(Path.of(zip)).doesNotExist();
  }

  @Test
  void restore_whileALessonIsWorkedOn_isRefused() {
    note(school, "footage/x.mp4");
    school.types("backup", zip);
    try (Store store = Store.open(school.home().database())) {
      store.ledger().enter(List.of(WholeRecording.of(LESSON, "a".repeat(64), "footage/a.mp4")));
      assertThat(store.claims().next()).isPresent();
    }

    Answer answer = school.types("restore", "--replace", zip);

    assertThat(answer.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(answer.err()).startsWith("Cannot restore: lessons are being worked on.");
  }

  @Test
  void restore_databaseNotEmpty_needsReplace() {
    note(school, "footage/x.mp4");
    school.types("backup", zip);
    note(school, "footage/y.mp4");

    Answer refused = school.types("restore", zip);
    assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(refused.err()).contains("it is not empty").contains("--replace");

    assertThat(school.types("restore", "--replace", zip).exitCode()).isZero();
    assertThat(school.types("status", "--all").out())
        .contains("footage/x.mp4")
        .doesNotContain("footage/y.mp4");
  }

  @Test
  void restore_noBackup_saysSo() throws Exception {
    Files.writeString(Path.of(zip), "a shopping list");

    Answer answer = school.types("restore", zip);

    assertThat(answer.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(answer.err()).contains("It is not a Rollcall backup, or is damaged.");
  }
}
