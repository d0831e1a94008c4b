package org.rollcall.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.rollcall.config.Home;
import org.rollcall.config.Settings;
import org.rollcall.lesson.HomeStore;
import org.rollcall.lesson.ProgressBoard;
import org.rollcall.mail.PostOffice;
import org.rollcall.mail.Postman;
import org.rollcall.model.RollcallException;
import org.rollcall.night.Alarm;
import org.rollcall.night.NightService;
import org.rollcall.night.Plan;
import org.rollcall.night.StoredRuns;
import org.rollcall.worker.Errands;
import org.rollcall.worker.Service;
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
  private final StatusPage page;
  private final Map<String, String> environment;

  @ParentCommand private RootCommand root;

  ServeCommand(Shell shell) {
    this.console = shell.console();
    this.clock = shell.clock();
    this.service = shell.service();
    this.page = shell.page();
    this.environment = shell.environment();
  }

  @Override
  public Integer call() {
    Home home = root.home();
    Lookout lookout = new Lookout(home, service, clock);
    Plan plan = lookout.plan();
    StoredRuns book = new StoredRuns(() -> HomeStore.open(home, plan.settings()));
    console.out().printf("Rollcall serves %s. Stop it with Ctrl-C.%n", home.root());
    List<Alarm> alarms = new ArrayList<>();
    PostOffice mails =
        PostOffice.open(
            new Postman(home, environment, clock), () -> HomeStore.open(home, plan.settings()));
    ProgressBoard board = new ProgressBoard(clock);
    Errands errands = new Errands(home, clock, board);
    Runnable closePage = openPage(plan.settings(), lookout, errands, alarms);
    FootageWork footage = new FootageWork(home, console, clock, board);
    ServiceDuties duties =
        new ServiceDuties(
            plan, lookout.with(alarms), new ServiceDuties.Ways(console, footage, mails), clock);
    // The page goes first, so that nobody asks for what would not be done.
    try (mails;
        errands) {
      try {
        service.serve(plan, lookout.lastRun(), book, duties);
      } finally {
        closePage.run();
      }
    } catch (InterruptedException e) {
      console.out().println("Stopped.");
    }
    return ExitCode.DONE;
  }

  /**
   * The nights matter more than the page: without it, the service goes on.
   *
   * @param alarms takes one if the page cannot be opened
   * @return what closes the page
   */
  private Runnable openPage(
      Settings settings, Lookout lookout, Errands errands, List<Alarm> alarms) {
    if (!settings.web().isOn()) {
      return () -> {};
    }
    try {
      Service nights = new Service(lookout::alarms, lookout::nextDue, errands);
      StatusPage.Opened opened = page.open(lookout.home(), settings, nights);
      console.out().printf("Its pages: %s%n", opened.address());
      return opened.end();
    } catch (RollcallException e) {
      console.err().printf("%s The nights run without it.%n", e.getMessage());
      alarms.add(new Alarm(Alarm.Kind.NO_PAGE, e.getMessage()));
      return () -> {};
    }
  }
}
