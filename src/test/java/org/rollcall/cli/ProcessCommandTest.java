package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.cli.School.Answer;
import org.rollcall.store.Store;
import org.rollcall.store.account.AuditEntry;

/** What comes before any recording is read; films are in {@code RecordingsTest}. */
class ProcessCommandTest {
  private static final String HOLIDAY = "footage/holiday.mp4";

  @TempDir Path folder;
  private School school;

  @BeforeEach
  void open() {
    school = new School(folder);
    school.write("config/classes/7A/roster.csv", "id,name\nS1,Ada Birch\n");
    school.write(HOLIDAY, "a film");
  }

  private List<String> processed() {
    try (Store store = Store.open(school.home().database())) {
      return store.auditLog().entries(0, 10).stream().map(AuditEntry::about).toList();
    }
  }

  @Test
  void process_pathFromTheHome_isFound() {
    Answer answer = school.types("process", HOLIDAY);

    assertThat(answer.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(answer.err() + answer.out()).contains(HOLIDAY);
    assertThat(processed()).containsExactly(HOLIDAY);
  }

  @Test
  void process_absolutePath_isFoundAndShownFromTheHome() {
    school.types("process", folder.resolve(HOLIDAY).toString());

    assertThat(processed()).containsExactly(HOLIDAY);
  }

  @Test
  void process_oneOfTheFilesIsMissing_touchesNone() {
    Answer answer = school.types("process", HOLIDAY, "footage/none.mp4");

    assertThat(answer.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(answer.err())
        .contains("There is no file footage/none.mp4, neither here nor in the home.");
    assertThat(school.home().database()).doesNotExist();
  }

  @Test
  void process_unknownClass_touchesNothing() {
    Answer answer = school.types("process", "--class", "7B", HOLIDAY);

    assertThat(answer.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(answer.err()).contains("There is no class '7B'");
    assertThat(school.home().database()).doesNotExist();
  }

  @Test
  void process_severalFiles_areToldTogether() {
    school.write("footage/party.mp4", "another film");

    Answer answer = school.types("process", HOLIDAY, "footage/party.mp4");

    assertThat(processed()).containsExactlyInAnyOrder(HOLIDAY, "footage/party.mp4");
    assertThat(answer.out() + answer.err()).contains("holiday.mp4", "party.mp4", "2 failed");
  }
}
