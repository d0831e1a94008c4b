package org.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However the service is started: it ends when its memory is full, and is started again. */
class LaunchersTest {
  @ParameterizedTest
  @ValueSource(strings = {"src/dist/bin/rollcall", "src/dist/bin/rollcall.bat", "pom.xml"})
  void launcher_heapIsFull_endsTheProcess(String file) throws IOException {
    assertThat(Path.of(file)).content().contains("-XX:+ExitOnOutOfMemoryError");
  }

  @Test
  void unitOfSystemd_heapIsFull_startsTheServiceAgain() throws IOException {
    assertThat(Files.readAllLines(Path.of("src/dist/systemd/rollcall.service")))
        .contains("Restart=on-failure", "RestartPreventExitStatus=2");
  }

  @Test
  void container_heapIsFull_isStartedAgain() throws IOException {
    assertThat(Path.of("src/dist/INSTALL.txt")).content().contains("--restart on-failure");
  }
}
