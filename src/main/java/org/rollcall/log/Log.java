package org.rollcall.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * Redirects what a command logs to a file, and adds to each record what it is about. Rollcall's own
 * warnings also appear on the console, abridged; with {@code --verbose} everything does.
 *
 * <p>The logger writes to the current {@link System#err}, and so do libraries that bypass it.
 * Neither may clutter the console.
 */
public final class Log {
  private static final String LEVEL = "org.slf4j.simpleLogger.log.org.rollcall";

  private final LogFile file;
  private final PrintStream console;
  private final boolean verbose;
  private volatile String context;

  /**
   * Does not redirect anything yet.
   *
   * @param file receives the records; it and its folder are created with the first one
   * @param console receives warnings
   * @param verbose whether the console receives everything, including debug messages
   * @param context what the records are about: the command, at first
   */
  public Log(LogFile file, PrintStream console, boolean verbose, String context) {
    this.file = file;
    this.console = console;
    this.verbose = verbose;
    this.context = context;
  }

  /**
   * Sets what all records from now on are about.
   *
   * @param thing an id, such as {@code 7A_2026-11-16_0900 3f2a9c}; never the name of a person
   */
  public void about(String thing) {
    context = thing;
  }

  /**
   * Runs a command with its log redirected.
   *
   * @param command the command
   * @return its exit code
   */
  public int during(IntSupplier command) {
    Redirection log = redirect();
    try {
      return command.getAsInt();
    } finally {
      log.close();
    }
  }

  /**
   * Redirects the log.
   *
   * @return ends that when it is closed, by the caller; the log level applies only to loggers
   *     created before
   */
  public Redirection redirect() {
    return new Redirection();
  }

  /** What is logged in this process goes to the file until this is closed. */
  public final class Redirection implements AutoCloseable {
    private final PrintStream before = System.err;
    private final PrintStream log = new PrintStream(new LogStream(Log.this::take), false, UTF_8);

    private Redirection() {
      if (verbose) {
        System.setProperty(LEVEL, "debug");
      }
      System.setErr(log);
    }

    @Override
    public void close() {
      log.close();
      System.setErr(before);
      System.clearProperty(LEVEL);
    }
  }

  private void take(String text) {
    Optional<LogRecord> record = LogRecord.of(text).map(this::abridged);
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

  /**
   * Shortens what the web server says about broken requests: whoever sends many must not fill the
   * log.
   */
  private LogRecord abridged(LogRecord record) {
    return record.isOfWebServer() && !verbose ? record.inOneLine() : record;
  }

  /** Output that bypassed the logger has no time, but the context is added so it can be found. */
  private String foreign(String text) {
    return "[%s] %s".formatted(context, text);
  }
}
