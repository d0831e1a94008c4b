package org.rollcall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Leads what a command logs into a file. Warnings of Rollcall itself appear on the console too, in
 * short; with {@code --verbose} everything does.
 *
 * <p>The logger writes to {@link System#err}, whatever that is at the moment, and so do libraries
 * that write past the logger. Nothing of either may spoil the console.
 */
final class Log {
  private static final String LEVEL = "org.slf4j.simpleLogger.log.org.rollcall";
  private static final Pattern WARNING =
      Pattern.compile("\\S+ \\S+ \\[.*?] WARN org\\.rollcall\\.\\S+ - (.*)");

  private final Path file;
  private final Console console;
  private final boolean verbose;

  /**
   * Prepares the log.
   *
   * @param file the log file; neither it nor its folder is made before there is something to log
   * @param console takes warnings
   * @param verbose whether the console takes everything, and details as well
   */
  Log(Path file, Console console, boolean verbose) {
    this.file = file;
    this.console = console;
    this.verbose = verbose;
  }

  /**
   * Runs a command. The level of detail only holds for loggers that are made after this.
   *
   * @param command the command
   * @return its exit code
   */
  int during(IntSupplier command) {
    PrintStream before = System.err;
    if (verbose) {
      System.setProperty(LEVEL, "debug");
    }
    try (PrintStream log = new PrintStream(new LogFile(file, this::echo), true, UTF_8)) {
      System.setErr(log);
      return command.getAsInt();
    } finally {
      System.setErr(before);
      System.clearProperty(LEVEL);
    }
  }

  private void echo(String line) {
    Matcher warning = WARNING.matcher(line);
    if (verbose) {
      console.err().println(line);
    } else if (warning.matches()) {
      console.err().printf("Warning: %s%n", warning.group(1));
    }
  }
}
