package org.rollcall.log;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One message of the log, with the stack trace that may follow it.
 *
 * @param time when, in local time
 * @param level how grave it is
 * @param logger full name of the class that logged it
 * @param message the message, and in further lines what follows it
 */
record LogRecord(String time, String level, String logger, String message) {
  /** How the logger writes it. */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(\\S+ \\S+) \\[.*?] (TRACE|DEBUG|INFO|WARN|ERROR) (\\S+) - (.*)", Pattern.DOTALL);

  /** {@return the record in a text; empty if some library wrote it past the logger} */
  static Optional<LogRecord> of(String text) {
    return Optional.of(WRITTEN.matcher(text.stripTrailing()))
        .filter(Matcher::matches)
        .map(
            found -> new LogRecord(found.group(1), found.group(2), found.group(3), found.group(4)));
  }

  /** {@return whether it is a warning of Rollcall itself} */
  boolean isOwnWarning() {
    return level.equals("WARN") && logger.startsWith("org.rollcall.");
  }

  /** {@return the message alone} */
  String firstLine() {
    return message.lines().findFirst().orElse("");
  }

  /**
   * The record as a person reads it.
   *
   * @param context what it is about
   * @return one line, and more of them with a stack trace
   */
  String readable(String context) {
    String shortLogger = logger.substring(logger.lastIndexOf('.') + 1);
    return "%s %-5s [%s] %s: %s".formatted(time, level, context, shortLogger, message);
  }
}
