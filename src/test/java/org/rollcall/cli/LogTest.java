package org.rollcall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LogTest {
  private static final Logger LOG = LoggerFactory.getLogger(LogTest.class);

  @TempDir Path folder;

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @Test
  void warning_appearsInTheFileAndInShortOnTheConsole() {
    log(false, () -> LOG.warn("Lesson {} is odd.", 7));

    assertThat(file()).content().contains("WARN").contains("Lesson 7 is odd.");
    assertThat(console()).isEqualTo("Warning: Lesson 7 is odd.\n");
  }

  @Test
  void information_appearsInTheFileOnly() {
    log(false, () -> LOG.info("All is well."));

    assertThat(file()).content().contains("INFO").contains("All is well.");
    assertThat(console()).isEmpty();
  }

  @Test
  void information_verbose_appearsOnTheConsoleToo() {
    log(true, () -> LOG.info("All is well."));

    assertThat(console()).contains("INFO").contains("All is well.");
  }

  @Test
  void nothingLogged_makesNoFile() {
    log(false, () -> {});

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void secondCommand_appends() {
    log(false, () -> LOG.info("one"));
    log(false, () -> LOG.info("two"));

    assertThat(file()).content().contains("one").contains("two");
  }

  @Test
  void fullFile_isSetAside() throws IOException {
    Files.createDirectories(file().getParent());
    Files.write(file(), new byte[10_000_001]);

    log(false, () -> LOG.info("new page"));

    assertThat(file()).content().contains("new page").hasSizeLessThan(200);
    assertThat(file().resolveSibling("rollcall.log.1")).hasSize(10_000_001);
  }

  @Test
  void unwritableFile_doesNotStopTheCommand() throws IOException {
    Files.writeString(folder.resolve("logs"), "a file where the folder should be");

    log(true, () -> LOG.info("All is well."));

    assertThat(console()).contains("Cannot write", "Messages are lost.", "All is well.");
  }

  private void log(boolean verbose, Runnable work) {
    PrintStream stream = new PrintStream(written, true, UTF_8);
    new Log(file(), new Console(stream, stream, false, 80), verbose)
        .during(
            () -> {
              work.run();
              return 0;
            });
  }

  private Path file() {
    return folder.resolve("logs/rollcall.log");
  }

  private String console() {
    return written.toString(UTF_8).replace(System.lineSeparator(), "\n");
  }
}
