package org.rollcall.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.rollcall.config.Home;
import org.rollcall.night.NightService;
import org.rollcall.night.Plan;
import org.rollcall.night.StoredRuns;
import org.rollcall.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Processes what waits, every night. */
@Command(
    name = "serve",
    header = "Processes what waits every night, until stopped.",
    description = {
      "Processes what waits in footage/ at the times of the settings, until it is stopped with"
          + " Ctrl-C or SIGTERM. A missed night is made up for at the start.",
      "Between two runs the other commands can be used. The times, holidays and alarm.command"
          + " are those when it was started; all other settings are read for each run."
    },
    footer = {"", "Example:", "  rollcall --home /srv/school serve"})
final class ServeCommand implements Callable<Integer> {
  private final Console console;
  private final Clock clock;
  private final NightService service;

  @ParentCommand private RootCommand root;

  ServeCommand(Console console, Clock clock, NightService service) {
    this.console = console;
    this.clock = clock;
    this.service = service;
  }

  @Override
  public Integer call() {
    Home home = root.home();
    Lookout lookout = new Lookout(home, service, clock);
    Plan plan = lookout.plan();
    StoredRuns book = new StoredRuns(() -> Store.open(home.database()));
    console.out().printf("Rollcall serves %s. Stop it with Ctrl-C.%n", home.root());
    ServiceDuties duties = new ServiceDuties(home, plan, lookout, console, clock);
    try {
      service.serve(plan, lookout.lastRun(), book, duties);
    } catch (InterruptedException e) {
      console.out().println("Stopped.");
    }
    return ExitCode.DONE;
  }
}
