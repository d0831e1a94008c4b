package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.cli.School.Answer;
import org.rollcall.testing.UsesProcesses;

@UsesProcesses
class DoctorCommandTest {
  @TempDir Path folder;

  private School school;

  @BeforeEach
  void open() {
    school = new School(folder);
    school.write(
        "config/rollcall.yaml",
        "school.zone: Europe/Zurich\nalarm.freeSpace: 0\nweb.port: 0\nwork.memoryMegabytes: 800\n");
  }

  @Test
  void doctor_allInOrder_saysSoAndLoadsTheLibraries() {
    Answer answer = school.types("doctor");

    assertThat(answer.out())
        .containsPattern(
            "OK +native libraries +FFmpeg .*, OpenCV [0-9.]+, MXNet \\(tried with compact\\)")
        .containsPattern("OK +nights +no run yet")
        .endsWith("Everything is in order.\n");
    assertThat(answer.exitCode()).isZero();
    assertThat(folder.resolve("output")).doesNotExist();
    assertThat(folder.resolve("config/models")).doesNotExist();
  }

  @Test
  void doctor_somethingBad_saysWhatToDoAndFails() {
    school.write("config/timetable.csv", "nonsense\n");

    Answer answer = school.types("doctor");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.out())
        .containsPattern("BAD +timetable ")
        .contains("Correct the file.")
        .contains("1 thing to fix.");
  }

  @Test
  void doctor_json_isAListOfFindings() {
    Answer answer = school.types("doctor", "--json");

    assertThat(answer.out())
        .startsWith("[")
        .contains("\"thing\" : \"settings\"", "\"grade\" : \"ok\"");
  }
}
