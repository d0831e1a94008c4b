package org.rollcall.cli;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Processes what waits, once. */
@Command(
    name = "run",
    header = "Processes everything that waits in footage/, then exits.",
    description = {
      "The latest day comes first. Recordings that are still being written, and those that"
          + " failed before, are left alone."
    },
    footer = {"", "Example, as a line for cron:", "  0 1 * * * rollcall --home /srv/school run"})
final class RunCommand implements Callable<Integer> {
  private final Console console;
  private final Clock clock;

  @ParentCommand private RootCommand root;

  RunCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    FootageWork work = new FootageWork(root.home(), console, clock);
    return ExitCode.of(work.run(Optional.empty(), true).lessons());
  }
}
