package org.rollcall.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.settings.WorkSettings;
import org.rollcall.testing.UsesProcesses;

/** Whether the Java that builds this accepts what the libraries do with native code. */
@UsesProcesses
class NativeAccessTest {
  @TempDir Path folder;

  /**
   * Since Java 24, a program has to say that its libraries may load native code. One that does not
   * is warned, and stopped in a Java to come.
   */
  @ParameterizedTest
  @ValueSource(strings = {"--version", "doctor"})
  void command_thatLoadsNativeLibraries_isNotWarnedByJava(String command) throws Exception {
    Path temporary = Files.createDirectories(folder.resolve("temporary"));
    Files.createDirectories(folder.resolve("config"));
    Path errors = folder.resolve("errors.txt");

    Process process =
        new WorkerJvm(WorkSettings.DEFAULT)
            .command(temporary, folder, List.of("--home", folder.toString(), command))
            .redirectError(errors.toFile())
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();

    assertThat(said).contains(command.equals("doctor") ? "OK    native libraries" : "Rollcall");
    assertThat(lines(errors)).noneMatch(line -> line.startsWith("WARNING:"));
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file, UTF_8);
  }
}
