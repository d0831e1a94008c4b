package org.rollcall.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import org.rollcall.cli.console.Console;
import org.rollcall.cli.console.ConsoleProgress;
import org.rollcall.night.NightService;

/**
 * The environment in which commands run.
 *
 * @param console where output goes
 * @param clock tells the time
 * @param environment the environment variables
 * @param service starts the nightly runs of {@code serve}
 * @param page the pages that {@code serve} shows over the network
 */
public record Shell(
    Console console,
    Clock clock,
    Map<String, String> environment,
    NightService service,
    StatusPage page) {
  /** Copies the environment variables. */
  public Shell {
    environment = Map.copyOf(environment);
  }

  PrintStream out() {
    return console.out();
  }

  PrintStream err() {
    return console.err();
  }

  ConsoleProgress progress() {
    return new ConsoleProgress(console, clock);
  }
}
