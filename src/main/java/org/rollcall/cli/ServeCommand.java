package org.rollcall.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.rollcall.cli.console.Console;
import org.rollcall.desk.SheetWatch;
import org.rollcall.home.HomeStore;
import org.rollcall.mail.MailService;
import org.rollcall.mail.MailThread;
import org.rollcall.model.RollcallException;
import org.rollcall.night.Alarm;
import org.rollcall.night.NightSchedule;
import org.rollcall.night.NightService;
import org.rollcall.night.Pulse;
import org.rollcall.night.StoredRunRecord;
import org.rollcall.run.ProgressBoard;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.store.Store;
import org.rollcall.worker.JobQueue;
import org.rollcall.worker.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Processes waiting recordings every night, and serves the pages. */
@Command(
    name = "serve",
    header = "Processes recordings every night and serves the pages, until stopped.",
    description = {
      "Processes recordings waiting in footage/ at the times in the settings, and serves the pages,"
          + " until it is stopped with Ctrl-C or SIGTERM. A missed nightly run is made up for at"
          + " the start. Corrections typed into sheets are read within a minute.",
      "The other commands can be used between two runs. Times, holidays and alarm.command are read"
          + " once, at the start; all other settings are read again for each run."
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
    NightStatus status = new NightStatus(home, service, clock);
    NightSchedule plan = status.plan();
    Supplier<Store> opener = () -> HomeStore.open(home, plan.settings());
    console.out().printf("Rollcall serves %s. Stop it with Ctrl-C.%n", home.root());
    List<Alarm> alarms = new ArrayList<>();
    MailThread mails = MailThread.open(new MailService(home, environment, clock), opener);
    SheetWatch sheets = SheetWatch.open(home, opener);
    ProgressBoard board = new ProgressBoard(clock);
    Pulse pulse = new Pulse(clock);
    JobQueue jobs = new JobQueue(home, clock, board);
    Runnable closePage = openPage(plan.settings(), status.with(pulse), jobs, alarms);
    ServeJob duties =
        new ServeJob(
            plan,
            status.with(alarms),
            new ServeJob.Context(console, board, mails, pulse, root::freshSettings),
            clock);
    // The page closes first, so that no user asks for a job that would not be done.
    try (mails;
        jobs;
        sheets) {
      try {
        service.serve(plan, new StoredRunRecord(opener), duties);
      } finally {
        closePage.run();
      }
    } catch (InterruptedException e) {
      console.out().println("Stopped.");
    }
    return ExitCode.DONE;
  }

  /**
   * Opens the page. Without it the service goes on, because the nights matter more.
   *
   * @param alarms receives an alarm if the page cannot be opened
   * @return closes the page
   */
  private Runnable openPage(
      Settings settings, NightStatus status, JobQueue jobs, List<Alarm> alarms) {
    if (!settings.web().isOn()) {
      return () -> {};
    }
    try {
      Service nights = new Service(status::alarms, status::nextDue, jobs);
      StatusPage.Opened opened = page.open(status.home(), settings, nights);
      console.out().printf("Its pages: %s%n", opened.address());
      if (settings.web().isUnprotected()) {
        console
            .err()
            .println(
                "The pages are open to the network without encryption. Set web.keyStore, or"
                    + " web.address to 127.0.0.1 and let another server encrypt.");
      }
      return opened.end();
    } catch (RollcallException e) {
      console.err().printf("%s The nightly runs go on without the pages.%n", e.getMessage());
      alarms.add(new Alarm(Alarm.AlarmKind.NO_PAGE, e.message()));
      return () -> {};
    }
  }
}
