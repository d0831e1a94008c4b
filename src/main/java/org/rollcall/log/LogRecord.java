package org.rollcall.log;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One message of the log, with the stack trace that may follow it.
 *
 * @param time when it was logged, in local time
 * @param level its severity, such as {@code WARN}
 * @param logger full name of the class that logged it
 * @param message the message; further lines hold the stack trace
 */
record LogRecord(String time, String level, String logger, String message) {
  /** The format in which the logger writes records. */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(\\S+ \\S+) \\[.*?] (TRACE|DEBUG|INFO|WARN|ERROR) (\\S+) - (.*)", Pattern.DOTALL);

  /** {@return the record in a text; empty if a library wrote it without the logger} */
  static Optional<LogRecord> of(String text) {
    return Optional.of(WRITTEN.matcher(text.stripTrailing()))
        .filter(Matcher::matches)
        .map(
            found -> new LogRecord(found.group(1), found.group(2), found.group(3), found.group(4)));
  }

  /** {@return whether the web server logged it} */
  boolean isOfWebServer() {
    return logger.startsWith("org.eclipse.jetty.");
  }

  /** {@return the message and the exception in one line, without the stack trace} */
  LogRecord inOneLine() {
    String exception =
        message
            .lines()
            .skip(1)
            .limit(1)
            .filter(line -> !line.startsWith("\t"))
            .findAny()
            .orElse("");
    return new LogRecord(
        time, level, logger, exception.isEmpty() ? firstLine() : firstLine() + ": " + exception);
  }

  /** {@return whether it is one of Rollcall's own warnings} */
  boolean isOwnWarning() {
    return level.equals("WARN") && logger.startsWith("org.rollcall.");
  }

  /** {@return the first line of the message, without the stack trace} */
  String firstLine() {
    return message.lines().findFirst().orElse("");
  }

  /**
   * Formats the record for the log file.
   *
   * @param context what it is about
   * @return one line, followed by those of the stack trace, if any
   */
  String readable(String context) {
    String shortLogger = logger.substring(logger.lastIndexOf('.') + 1);
    return "%s %-5s [%s] %s: %s".formatted(time, level, context, shortLogger, message);
  }
}
