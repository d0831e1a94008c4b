package org.rollcall.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rollcall.config.Home;
import org.rollcall.config.Settings;
import org.rollcall.config.SettingsFile;
import org.rollcall.lesson.FootageRun;
import org.rollcall.lesson.LastRun;
import org.rollcall.model.RollcallException;
import org.rollcall.model.TemporaryFailure;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Processes what waits, every night. */
@Command(
    name = "serve",
    header = "Processes what waits every night, until stopped.",
    description = {
      "Processes what waits in footage/ at the times of the settings, until it is stopped with"
          + " Ctrl-C or SIGTERM. A missed night is made up for at the start.",
      "Between two runs the other commands can be used. The times are those of the settings when it"
          + " was started; all other settings are read for each run."
    },
    footer = {"", "Example:", "  rollcall --home /srv/school serve"})
final class ServeCommand implements Callable<Integer> {
  private final Console console;
  private final Clock clock;
  private final Service service;

  @ParentCommand private RootCommand root;

  ServeCommand(Console console, Clock clock, Service service) {
    this.console = console;
    this.clock = clock;
    this.service = service;
  }

  @Override
  public Integer call() {
    Home home = root.home();
    Settings settings = SettingsFile.read(home);
    ZoneId zone = settings.school().clockZone();
    console.out().printf("Rollcall serves %s. Stop it with Ctrl-C.%n", home.root());
    try {
      service.serve(
          settings, LastRun.of(home), () -> run(home, zone), next -> announce(next, zone));
    } catch (InterruptedException e) {
      console.out().println("Stopped.");
    }
    return ExitCode.DONE;
  }

  private void announce(Instant next, ZoneId zone) {
    if (next.isAfter(clock.instant())) {
      console.out().printf("Next run: %s.%n", Wording.day(next, zone));
    } else {
      console.out().printf("A run was missed on %s. It begins now.%n", Wording.day(next, zone));
    }
  }

  /** Nobody is there to see an exit code: what fails is told, and the next run tries again. */
  private void run(Home home, ZoneId zone) {
    console.out().printf("%s: the run begins.%n", Wording.minute(clock.instant(), zone));
    try {
      FootageRun.Report report = new FootageWork(home, console, clock).run(Optional.empty(), true);
      if (report.waits()) {
        throw new TemporaryFailure("Some lessons wait for another try.");
      }
    } catch (TemporaryFailure e) {
      console.err().printf("%s The run is tried again in a few minutes.%n", e.getMessage());
      throw e;
    } catch (RollcallException e) {
      console.err().println(e.getMessage());
      LoggerFactory.getLogger(ServeCommand.class).error("A run failed", e);
    }
  }
}
