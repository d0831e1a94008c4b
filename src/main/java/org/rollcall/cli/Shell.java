package org.rollcall.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import org.rollcall.cli.console.Console;
import org.rollcall.cli.console.ConsoleProgress;
import org.rollcall.night.NightService;

/**
 * What surrounds the commands.
 *
 * @param console where people read
 * @param clock tells the time
 * @param environment the variables of the environment
 * @param service what {@code serve} starts
 * @param page what it shows over the network meanwhile
 */
public record Shell(
    Console console,
    Clock clock,
    Map<String, String> environment,
    NightService service,
    StatusPage page) {
  /** Copies the variables. */
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
