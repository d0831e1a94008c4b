package org.rollcall.log;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.settings.LogSettings;
import org.rollcall.testing.FakeClock;
import org.rollcall.testing.UsesProcesses;

class LogFileTest {
  private static final int MEGABYTE = 1_000_000;
  private static final int RECORDS = 2000;
  private static final String STEM = "rollcall-20261117-0200";

  @TempDir Path folder;

  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-17T02:00:00.123Z"));
  private final List<String> troubles = new ArrayList<>();

  private Path path() {
    return folder.resolve("rollcall.log");
  }

  private LogFile file(int keep) {
    return new LogFile(path(), () -> new LogSettings(keep, 1), clock, troubles::add);
  }

  private void fill() throws IOException {
    Files.write(path(), new byte[MEGABYTE + 1]);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void append_fileIsNotFull_goesOn() {
    file(3).append("one\n");
    file(3).append("two\n");

    assertThat(path()).hasContent("one\ntwo\n");
  }

  @Test
  void append_fileIsFull_setsItAsideUnderTheTime() throws IOException {
    fill();

    file(3).append("new page\n");

    assertThat(path()).hasContent("new page\n");
    assertThat(folder.resolve(STEM + "00-123.log")).hasSize(MEGABYTE + 1);
  }

  @Test
  void append_manyFullFiles_keepsTheNewestAndWhatIsNoneOfThem() throws IOException {
    Files.writeString(folder.resolve("hs_err_12.log"), "a crash");
    for (int i = 0; i < 5; i++) {
      fill();
      file(2).append("page %d\n".formatted(i));
      clock.pass(Duration.ofSeconds(1));
    }

    assertThat(names())
        .containsExactly(
            ".rollcall.log.lock",
            "hs_err_12.log",
            STEM + "03-123.log",
            STEM + "04-123.log",
            "rollcall.log");
  }

  /** A name may hold what means something else in a pattern. */
  @Test
  void append_oddName_stillDeletesTheOldest() throws IOException {
    Path odd = folder.resolve("roll(call.log");
    LogFile log = new LogFile(odd, () -> new LogSettings(1, 1), clock, troubles::add);
    for (int i = 0; i < 3; i++) {
      Files.write(odd, new byte[MEGABYTE + 1]);
      log.append("page\n");
      clock.pass(Duration.ofSeconds(1));
    }

    assertThat(troubles).isEmpty();
    assertThat(names().stream().filter(name -> name.startsWith("roll(call-"))).hasSize(1);
  }

  @Test
  void append_fullFileCannotBeSetAside_growsOn() throws IOException {
    fill();
    Files.createDirectories(folder.resolve(STEM + "00-123.log"));

    file(3).append("goes on\n");

    assertThat(path()).hasSize(MEGABYTE + 1 + "goes on\n".length());
    assertThat(troubles).isEmpty();
  }

  @Test
  void append_folderCannotBeMade_isToldOnce() throws IOException {
    Path inTheWay = Files.writeString(folder.resolve("logs"), "no folder");
    LogFile log =
        new LogFile(
            inTheWay.resolve("rollcall.log"), () -> LogSettings.DEFAULT, clock, troubles::add);

    log.append("one\n");
    log.append("two\n");

    assertThat(troubles).singleElement().asString().contains("Log messages are lost.");
  }

  @Test
  @UsesProcesses
  void append_byProcessesAtOnceWhileFilesGetFull_losesAndMixesNothing()
      throws IOException, InterruptedException {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      processes.add(start("writer-" + i));
    }
    for (Process process : processes) {
      assertThat(process.waitFor()).isZero();
    }

    List<String> lines = new ArrayList<>();
    for (String name : names()) {
      if (name.endsWith(".log")) {
        lines.addAll(Files.readAllLines(folder.resolve(name)));
      }
    }
    assertThat(names().size()).isGreaterThan(3);
    assertThat(lines).hasSize(3 * RECORDS).doesNotHaveDuplicates();
    assertThat(lines).allMatch(line -> line.matches("writer-\\d \\d+ (ë-)+end"));
  }

  private Process start(String name) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String classPath = System.getProperty("java.class.path");
    return new ProcessBuilder(
            java.toString(), "-cp", classPath, Writer.class.getName(), path().toString(), name)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Another process. */
  static final class Writer {
    private Writer() {}

    /** Appends records as long as a stack trace. */
    public static void main(String[] arguments) {
      LogFile log =
          new LogFile(
              Path.of(arguments[0]),
              () -> new LogSettings(1000, 1),
              Clock.systemUTC(),
              trouble -> System.exit(1));
      String filling = IntStream.range(0, 200).mapToObj(i -> "ë-").collect(joining());
      for (int i = 0; i < RECORDS; i++) {
        log.append("%s %d %send%n".formatted(arguments[1], i, filling));
      }
    }
  }
}
