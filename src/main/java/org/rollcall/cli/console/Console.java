package org.rollcall.cli.console;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/**
 * The console that a person reads.
 *
 * @param out receives results
 * @param err receives errors, warnings and progress
 * @param terminal whether both go to a terminal, on which a line can be overwritten
 * @param width width of that terminal in characters
 */
public record Console(PrintStream out, PrintStream err, boolean terminal, int width) {
  private static final int USUAL_WIDTH = 80;

  /**
   * The console of this process.
   *
   * @param environment the environment variables, of which {@code TERM} and {@code COLUMNS} are
   *     used
   * @return the console
   */
  @SuppressWarnings("SystemConsoleNull") // The property set here lets it be null again.
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
