package org.rollcall.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * Leads what a command logs into a file, with what it is about in each line. Warnings of Rollcall
 * itself appear on the console too, in short; with {@code --verbose} everything does.
 *
 * <p>The logger writes to {@link System#err}, whatever that is at the moment, and so do libraries
 * that write past the logger. Nothing of either may spoil the console.
 */
public final class Log {
  private static final String LEVEL = "org.slf4j.simpleLogger.log.org.rollcall";

  private final LogFile file;
  private final PrintStream console;
  private final boolean verbose;
  private volatile String context;

  /**
   * Takes nothing in yet.
   *
   * @param file takes the records; neither it nor its folder is made before there is one
   * @param console takes warnings
   * @param verbose whether the console takes everything, and details as well
   * @param context what the records are about: the command, at first
   */
  public Log(LogFile file, PrintStream console, boolean verbose, String context) {
    this.file = file;
    this.console = console;
    this.verbose = verbose;
    this.context = context;
  }

  /**
   * Says what all records from now on are about.
   *
   * @param thing an id, such as {@code 7A_2026-11-16_0900 3f2a9c}; no name of a person
   */
  public void about(String thing) {
    context = thing;
  }

  /**
   * Runs a command. The level of detail only holds for loggers that are made after this.
   *
   * @param command the command
   * @return its exit code
   */
  public int during(IntSupplier command) {
    PrintStream before = System.err;
    if (verbose) {
      System.setProperty(LEVEL, "debug");
    }
    try (PrintStream log = new PrintStream(new LogStream(this::take), false, UTF_8)) {
      System.setErr(log);
      return command.getAsInt();
    } finally {
      System.setErr(before);
      System.clearProperty(LEVEL);
    }
  }

  private void take(String text) {
    Optional<LogRecord> record = LogRecord.of(text);
    String readable =
        record.map(known -> known.readable(context)).orElseGet(() -> foreign(text)).stripTrailing();
    file.append(readable + "\n");
    if (verbose) {
      console.println(readable);
    } else {
      record
          .filter(LogRecord::isOwnWarning)
          .ifPresent(warning -> console.printf("Warning: %s%n", warning.firstLine()));
    }
  }

  /** What came past the logger has no time of its own, but shall be found as well. */
  private String foreign(String text) {
    return "[%s] %s".formatted(context, text);
  }
}
