package org.rollcall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.testing.UsesProcesses;

/** A run over a recording that is none, with a mail server to be asked at the end. */
@UsesProcesses
class RunCommandTest {
  /** The event that the virtual machine records when a file is read. */
  private static final String FILE_READ = "jdk.FileRead";

  @TempDir Path folder;

  private School school;

  @BeforeEach
  void open() {
    school = new School(folder.resolve("school"));
    school.write(
        "config/rollcall.yaml",
        """
        school.zone: UTC
        footage.stillFor: 0s
        mail: {host: localhost, from: rollcall@school.example}
        """);
    school.write("footage/7A/2026-11-16_0900.mp4", "no video");
  }

  @Test
  void run_settings_areReadOnce() throws IOException {
    try (Recording reads = new Recording()) {
      reads.enable(FILE_READ).withoutThreshold();
      reads.start();

      assertThat(school.types("run", "--until", "23:59").err()).contains("7A/2026-11-16_0900.mp4");

      reads.stop();
      assertThat(readToTheEnd(reads, school.home().settingsFile())).isEqualTo(1);
    }
  }

  private long readToTheEnd(Recording reads, Path file) throws IOException {
    Path dump = folder.resolve("reads.jfr");
    reads.dump(dump);
    return RecordingFile.readAllEvents(dump).stream()
        .filter(event -> event.getEventType().getName().equals(FILE_READ))
        .filter(read -> file.toString().equals(read.getString("path")))
        .filter(read -> read.getBoolean("endOfFile"))
        .count();
  }

  /** In a process of its own: the log tells such details only if it is so from the start. */
  @Test
  void run_database_isOpenedOnce() throws Exception {
    List<String> command =
        List.of(
            System.getProperty("java.home") + "/bin/java",
            "-cp",
            System.getProperty("java.class.path"),
            "org.rollcall.Main",
            "--home",
            school.home().root().toString(),
            "--verbose",
            "run");

    Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(run.getInputStream().readAllBytes(), UTF_8);

    assertThat(run.waitFor()).as(output).isEqualTo(ExitCode.FAILED);
    assertThat(output).contains("7A/2026-11-16_0900.mp4: failed.");
    assertThat(output.lines().filter(line -> line.contains(": Opened "))).hasSize(1);
  }
}
