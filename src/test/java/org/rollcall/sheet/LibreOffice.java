package org.rollcall.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * LibreOffice, in which a person works on a sheet. The commands are the methods of {@code
 * libreoffice.py}.
 */
final class LibreOffice implements AutoCloseable {
  private static final String SCRIPT = "libreoffice.py";
  private static final int SECONDS_TO_END = 20;

  private final Process process;
  private final BufferedWriter commands;
  private final BufferedReader answers;

  private LibreOffice(Process process) {
    this.process = process;
    this.commands = process.outputWriter(UTF_8);
    this.answers = process.inputReader(UTF_8);
  }

  /** Starts it; without it, the test is skipped. */
  static LibreOffice start(Path folder) throws IOException {
    Optional<String> python = python();
    boolean there = python.isPresent() && isInstalled("soffice");
    if (!there) {
      System.err.println(
          "SKIPPED: no LibreOffice with Python here, so nobody edits the sheets in it; install the"
              + " packages libreoffice-calc-nogui and python3-uno.");
    }
    assumeTrue(there, "no LibreOffice with Python");
    Path script = folder.resolve(SCRIPT);
    try (InputStream in = LibreOffice.class.getResourceAsStream(SCRIPT)) {
      Files.copy(in, script);
    }
    LibreOffice office =
        new LibreOffice(
            new ProcessBuilder(python.get(), script.toString())
                .redirectError(Redirect.INHERIT)
                .start());
    office.answer();
    return office;
  }

  /** Python from the system, which alone has the module, may hide behind another one. */
  private static Optional<String> python() {
    return Stream.of("python3", "/usr/bin/python3").filter(LibreOffice::hasModule).findFirst();
  }

  private static boolean hasModule(String python) {
    try {
      return new ProcessBuilder(python, "-c", "import uno")
              .redirectError(Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
  }

  /**
   * Does something with the workbook.
   *
   * @return what is to be seen then
   */
  List<String> does(String command, Object... arguments) throws IOException {
    StringBuilder line = new StringBuilder(command);
    for (Object argument : arguments) {
      line.append('\t').append(argument);
    }
    commands.write(line.append('\n').toString());
    commands.flush();
    return answer();
  }

  private List<String> answer() throws IOException {
    String line = answers.readLine();
    if (line == null || !line.startsWith("ok")) {
      throw new AssertionError("LibreOffice: " + line);
    }
    return Arrays.stream(line.split("\t", -1)).skip(1).toList();
  }

  @Override
  public void close() throws IOException {
    commands.close();
    try {
      process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
