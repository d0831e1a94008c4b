package org.rollcall.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.rollcall.cli.console.Console;
import org.rollcall.home.Installation;
import org.rollcall.mail.Delivery;
import org.rollcall.mail.MailService;
import org.rollcall.model.RollcallException;
import org.rollcall.run.FootageRun;
import org.rollcall.run.FootageRun.Options;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.settings.WindowEnd;
import org.rollcall.store.ledger.Owner;
import org.rollcall.store.ledger.Run;
import org.rollcall.store.ledger.Runs;
import org.rollcall.worker.ChildWorkers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Processes all waiting recordings, once. */
@Command(
    name = "run",
    header = "Processes everything waiting in footage/, then exits.",
    description = {
      "The latest day comes first. Recordings that are still being written are left alone, as are"
          + " those that failed before. Mails that are due are sent at the end."
    },
    footer = {"", "Example, as a line for cron:", "  0 1 * * * rollcall --home /srv/school run"})
final class RunCommand implements Callable<Integer> {
  private final Console console;
  private final Clock clock;
  private final Map<String, String> environment;

  @ParentCommand private RootCommand root;

  @Option(
      names = "--until",
      paramLabel = "HH:MM",
      description =
          "Time of day after which no further lesson is started. By default the run goes on until"
              + " nothing is waiting.")
  private Optional<LocalTime> until = Optional.empty();

  RunCommand(Shell shell) {
    this.console = shell.console();
    this.clock = shell.clock();
    this.environment = shell.environment();
  }

  @Override
  public Integer call() {
    Home home = root.home();
    try (Installation installation = Installation.open(home, root.settings(), clock)) {
      Optional<Instant> end = until.map(time -> windowEnd(time, installation.settings()));
      FootageRun.Report report = run(installation, end.map(Options::until).orElse(Options.ALL));
      if (!Thread.currentThread().isInterrupted()) {
        sendMails(installation);
      }
      return ExitCode.of(report.lessons());
    }
  }

  private FootageRun.Report run(Installation installation, Options options) {
    Runs runs = installation.store().runs();
    Run run =
        new Run("run " + UUID.randomUUID(), clock.instant(), options.until(), Owner.self().host());
    runs.start(run);
    boolean complete = false;
    try (ChildWorkers workers = new ChildWorkers(installation)) {
      RunPrinter printer = new RunPrinter(console, installation, workers.parallel());
      FootageRun.Report report =
          new FootageRun(installation, workers).run(options, printer::sleep, printer);
      printer.print(report);
      complete = !Thread.currentThread().isInterrupted();
      return report;
    } finally {
      runs.end(run, clock.instant(), complete);
    }
  }

  /** Sends the mails that are due. The lessons are done, so a failure does not fail the command. */
  private void sendMails(Installation installation) {
    if (!installation.settings().mail().isOn()) {
      return;
    }
    try {
      Delivery delivery =
          new MailService(installation.home(), environment, clock)
              .deliver(installation.store(), installation.settings());
      new MailPrinter(console).print(delivery);
    } catch (RollcallException e) {
      console.err().printf("Cannot send mails: %s%n", e.getMessage());
    }
  }

  private Instant windowEnd(LocalTime time, Settings settings) {
    return new WindowEnd(time, settings.school().clockZone()).after(clock.instant());
  }
}
