package org.rollcall.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.settings.LogSettings;
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
  void stackTrace_isKept() {
    log(false, () -> LOG.warn("It broke.", new IllegalStateException("why")));

    assertThat(file())
        .content()
        .contains("LogTest: It broke.\njava.lang.IllegalStateException: why\n\tat ");
  }

  @Test
  void stackTraceOfTheWebServer_isOneLineUnlessVerbose() {
    Logger server = LoggerFactory.getLogger("org.eclipse.jetty.util.thread.QueuedThreadPool");

    log(false, () -> server.warn("Job failed", new IllegalStateException("already released")));
    assertThat(file())
        .content()
        .endsWith(
            "QueuedThreadPool: Job failed: java.lang.IllegalStateException: already released\n")
        .hasLineCount(1);

    log(true, () -> server.warn("Job failed", new IllegalStateException("already released")));
    assertThat(file()).content().contains("\n\tat ");
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
  void line_tellsWhatItIsAbout() {
    log(false, () -> LOG.info("All is well."));

    assertThat(file())
        .content()
        .matches(
            "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d INFO  \\[test] LogTest: All is well\\.\n");
  }

  @Test
  void line_afterAboutLesson_carriesItsId() {
    Log log = make(false);
    log.during(
        () -> {
          LOG.info("before");
          log.about("7A_2026-11-16_0900 3f2a9c1");
          LOG.info("Zoë's file is read");
          return 0;
        });

    assertThat(file())
        .content()
        .contains("[test] LogTest: before\n")
        .contains("[7A_2026-11-16_0900 3f2a9c1] LogTest: Zoë's file is read\n");
  }

  @Test
  void stackTrace_followsItsMessage() {
    log(false, () -> LOG.warn("It failed.", new IllegalStateException("odd")));

    assertThat(file())
        .content()
        .containsPattern(
            "It failed\\.\njava\\.lang\\.IllegalStateException: odd\n\tat org\\.rollcall");
    assertThat(console()).isEqualTo("Warning: It failed.\n");
  }

  @Test
  void textPastTheLogger_isKeptAndNotShown() {
    log(false, () -> System.err.println("a library speaks"));

    assertThat(file()).content().isEqualTo("[test] a library speaks\n");
    assertThat(console()).isEmpty();
  }

  @Test
  void unwritableFile_doesNotStopTheCommand() throws IOException {
    Files.writeString(folder.resolve("logs"), "a file where the folder should be");

    log(true, () -> LOG.info("All is well."));

    assertThat(console()).contains("Cannot write", "Log messages are lost.", "All is well.");
  }

  private void log(boolean verbose, Runnable work) {
    make(verbose)
        .during(
            () -> {
              work.run();
              return 0;
            });
  }

  private Log make(boolean verbose) {
    PrintStream stream = new PrintStream(written, true, UTF_8);
    LogFile log =
        new LogFile(file(), () -> LogSettings.DEFAULT, Clock.systemUTC(), stream::println);
    return new Log(log, stream, verbose, "test");
  }

  private Path file() {
    return folder.resolve("logs/rollcall.log");
  }

  private String console() {
    return written.toString(UTF_8).replace(System.lineSeparator(), "\n");
  }
}
