package org.rollcall.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.doctor.Finding.Grade;
import org.rollcall.testing.UsesProcesses;

@DisabledOnOs(OS.WINDOWS)
@UsesProcesses
class NativesCheckTest {
  @TempDir Path folder;

  private Finding look(Duration patience, String... command) {
    Path answer = folder.resolve("answer.txt");
    Finding finding = new NativesCheck(new ProcessBuilder(command), answer, patience).run().get(0);
    assertThat(answer).doesNotExist();
    return finding;
  }

  @Test
  void run_processLoadsThem_tellsWhichOnes() {
    assertThat(look(Duration.ofMinutes(1), "sh", "-c", "echo noise; echo 'Loaded: FFmpeg 7'"))
        .isEqualTo(Finding.ok("native libraries", "FFmpeg 7"));
  }

  @Test
  void run_processDies_tellsWhatItSaid() {
    Finding finding =
        look(Duration.ofMinutes(1), "sh", "-c", "echo 'no jniavutil in path' >&2; kill -9 $$");

    assertThat(finding.grade()).isEqualTo(Grade.BAD);
    assertThat(finding.found()).contains("exit code 137", "no jniavutil in path");
  }

  @Test
  void run_processHangs_isEnded() {
    assertThat(look(Duration.ofMillis(50), "sleep", "600").grade()).isEqualTo(Grade.BAD);
  }

  @Test
  void run_noProcessCanBeStarted_isBad() {
    assertThat(look(Duration.ofMinutes(1), folder.resolve("none").toString()).found())
        .contains("no process could be started");
  }
}
