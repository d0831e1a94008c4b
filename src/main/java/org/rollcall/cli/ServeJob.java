package org.rollcall.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.rollcall.cli.console.Console;
import org.rollcall.cli.console.Wording;
import org.rollcall.home.HomeStore;
import org.rollcall.home.Installation;
import org.rollcall.mail.MailThread;
import org.rollcall.model.RollcallException;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.night.AlarmNotifier;
import org.rollcall.night.NightSchedule;
import org.rollcall.night.NightlyJob;
import org.rollcall.night.Pulse;
import org.rollcall.night.RunOutcome;
import org.rollcall.night.RunWindow;
import org.rollcall.run.FootageRun;
import org.rollcall.run.ProgressBoard;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.store.Store;
import org.rollcall.worker.ChildWorkers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Processes recordings for {@code serve} when a run is due, and reports it. */
final class ServeJob implements NightlyJob {
  private static final Logger LOG = LoggerFactory.getLogger(ServeJob.class);

  private final Home home;
  private final NightSchedule plan;
  private final NightStatus status;
  private final Supplier<Settings> settings;
  private final Console console;
  private final ProgressBoard board;
  private final MailThread mails;
  private final Pulse pulse;
  private final Clock clock;
  private final ZoneId zone;
  private final AlarmNotifier notifier;

  ServeJob(NightSchedule plan, NightStatus status, Context context, Clock clock) {
    this.home = status.home();
    this.plan = plan;
    this.status = status;
    this.settings = context.settings();
    this.console = context.console();
    this.board = context.board();
    this.mails = context.mails();
    this.pulse = context.pulse();
    this.clock = clock;
    this.zone = plan.settings().school().clockZone();
    this.notifier = new AlarmNotifier(this::isNew, home.logs().resolve("alarm-command.txt"));
  }

  /**
   * Where to report, and where the settings come from.
   *
   * @param console receives messages
   * @param board shows the progress of lessons on the pages
   * @param mails sends mails
   * @param pulse shows that the scheduler is alive
   * @param settings reads the current settings
   */
  record Context(
      Console console,
      ProgressBoard board,
      MailThread mails,
      Pulse pulse,
      Supplier<Settings> settings) {}

  /** Nobody sees an exit code here, so a failure is reported and the next run tries again. */
  @Override
  public RunOutcome runPass(RunWindow window) {
    printStart(window);
    try {
      return run(window).waits() ? RunOutcome.COMPLETE_BUT_WAITING : RunOutcome.COMPLETE;
    } catch (TemporaryFailure e) {
      console.err().printf("%s The run will be tried again in a few minutes.%n", e.getMessage());
      throw e;
    } catch (RollcallException e) {
      console.err().println(e.getMessage());
      LOG.error("A run failed", e);
      return RunOutcome.FAILED;
    } finally {
      mails.soon();
    }
  }

  /** Rereads the settings for each run, so that changes do not need a restart. */
  private FootageRun.Report run(RunWindow window) {
    try (Installation installation = Installation.open(home, settings.get(), clock);
        ChildWorkers workers = new ChildWorkers(installation)) {
      RunPrinter printer = new RunPrinter(console, installation, workers.parallel());
      FootageRun.Report report =
          new FootageRun(installation, workers)
              .run(
                  new FootageRun.Options(window.end(), false),
                  printer::sleep,
                  board.following(printer));
      printer.print(report);
      return report;
    }
  }

  private void printStart(RunWindow window) {
    String until =
        window
            .end()
            .map(end -> "; no lesson is started after " + Wording.minute(end, zone))
            .orElse("");
    console.out().printf("%s: run started%s.%n", Wording.minute(clock.instant(), zone), until);
  }

  @Override
  public void announce(Instant next) {
    if (next.isAfter(clock.instant())) {
      console.out().printf("Next run: %s.%n", Wording.day(next, zone));
    } else {
      console
          .out()
          .printf("The run due on %s was missed. It starts now.%n", Wording.day(next, zone));
    }
  }

  @Override
  public void beat() {
    pulse.beat();
  }

  @Override
  public void check() {
    LocalDate today = clock.instant().atZone(zone).toLocalDate();
    notifier.report(
        status.alarms(), today, plan.settings().alarm().command().orElse(List.of()), mails::alarm);
  }

  private boolean isNew(String alarm, LocalDate day) {
    try (Store store = HomeStore.open(home, plan.settings())) {
      return store.runs().recordAlarm(alarm, day);
    }
  }
}
