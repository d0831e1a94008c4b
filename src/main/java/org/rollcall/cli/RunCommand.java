package org.rollcall.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rollcall.config.SettingsFile;
import org.rollcall.config.WindowEnd;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Processes what waits, once. */
@Command(
    name = "run",
    header = "Processes everything that waits in footage/, then exits.",
    description = {
      "The oldest lesson comes first. Recordings that are still being written, and those that"
          + " failed before, are left alone."
    },
    footer = {"", "Example, as a line for cron:", "  0 1 * * * rollcall --home /srv/school run"})
final class RunCommand implements Callable<Integer> {
  private final Console console;
  private final Clock clock;

  @ParentCommand private RootCommand root;

  @Option(
      names = "--until",
      paramLabel = "HH:MM",
      description =
          "Time of day from which no other lesson is begun. By default the run goes on until"
              + " nothing waits.")
  private Optional<LocalTime> until = Optional.empty();

  RunCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    return new FootageWork(root.home(), console, clock).run("run", until.map(this::windowEnd));
  }

  private Instant windowEnd(LocalTime time) {
    ZoneId zone = SettingsFile.read(root.home()).school().clockZone();
    return new WindowEnd(time, zone).after(clock.instant());
  }
}
