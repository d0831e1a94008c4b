package org.rollcall.cli.console;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/**
 * Where a person reads.
 *
 * @param out takes results
 * @param err takes errors, warnings and progress
 * @param terminal whether both go to a window, so that a line can be written over
 * @param width how many signs a line of that window takes
 */
public record Console(PrintStream out, PrintStream err, boolean terminal, int width) {
  private static final int USUAL_WIDTH = 80;

  /**
   * The console of this process.
   *
   * @param environment the variables of the environment, of which {@code TERM} and {@code COLUMNS}
   *     matter
   * @return the console
   */
  @SuppressWarnings("SystemConsoleNull") // It is null again by the property set here.
  public static Console ofSystem(Map<String, String> environment) {
    System.setProperty("jdk.console", "java.base");
    boolean dumb = "dumb".equals(environment.get("TERM"));
    int width =
        Optional.ofNullable(environment.get("COLUMNS"))
            .filter(text -> text.matches("[1-9]\\d{1,3}"))
            .map(Integer::parseInt)
            .orElse(USUAL_WIDTH);
    return new Console(System.out, System.err, System.console() != null && !dumb, width);
  }
}
