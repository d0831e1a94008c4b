package org.rollcall.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import org.rollcall.config.Home;
import org.rollcall.config.Settings;
import org.rollcall.lesson.FootageRun;
import org.rollcall.lesson.HomeStore;
import org.rollcall.lesson.Installation;
import org.rollcall.lesson.ProgressBoard;
import org.rollcall.lesson.Workers;
import org.rollcall.mail.PostOffice;
import org.rollcall.model.RollcallException;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.night.AlarmBell;
import org.rollcall.night.Duties;
import org.rollcall.night.Pass;
import org.rollcall.night.Plan;
import org.rollcall.store.Store;
import org.rollcall.worker.ChildWorkers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What {@code serve} does when it is time, and tells of it. */
final class ServiceDuties implements Duties {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceDuties.class);

  private final Home home;
  private final Plan plan;
  private final Lookout lookout;
  private final Supplier<Settings> settings;
  private final Console console;
  private final ProgressBoard board;
  private final PostOffice mails;
  private final Clock clock;
  private final ZoneId zone;
  private final AlarmBell bell;

  ServiceDuties(Plan plan, Lookout lookout, Ways ways, Clock clock) {
    this.home = lookout.home();
    this.plan = plan;
    this.lookout = lookout;
    this.settings = ways.settings();
    this.console = ways.console();
    this.board = ways.board();
    this.mails = ways.mails();
    this.clock = clock;
    this.zone = plan.settings().school().clockZone();
    this.bell = new AlarmBell(this::isNew, home.logs().resolve("alarm-command.txt"));
  }

  /**
   * The ways to people.
   *
   * @param console the console
   * @param board shows what is worked on
   * @param mails takes mails
   * @param settings reads the settings that hold now
   */
  record Ways(
      Console console, ProgressBoard board, PostOffice mails, Supplier<Settings> settings) {}

  /** Nobody is there to see an exit code: what fails is told, and the next run tries again. */
  @Override
  public Pass work(Optional<Instant> until) {
    tellBegin(until);
    try {
      return run(until).waits() ? Pass.COMPLETE_BUT_WAITING : Pass.COMPLETE;
    } catch (TemporaryFailure e) {
      console.err().printf("%s The run is tried again in a few minutes.%n", e.getMessage());
      throw e;
    } catch (RollcallException e) {
      console.err().println(e.getMessage());
      LOG.error("A run failed", e);
      return Pass.FAILED;
    } finally {
      mails.soon();
    }
  }

  /** The settings are read again for each run, so that nobody has to start the service again. */
  private FootageRun.Report run(Optional<Instant> until) {
    try (Installation installation = Installation.open(home, settings.get(), clock)) {
      Workers workers = new ChildWorkers(installation);
      RunPrinter printer = new RunPrinter(console, installation, workers.parallel());
      FootageRun.Report report =
          new FootageRun(installation, workers)
              .run(new FootageRun.Options(until, false), printer::sleep, board.watching(printer));
      printer.print(report);
      return report;
    }
  }

  private void tellBegin(Optional<Instant> until) {
    String window =
        until.map(end -> "; no other lesson from " + Wording.minute(end, zone)).orElse("");
    console.out().printf("%s: the run begins%s.%n", Wording.minute(clock.instant(), zone), window);
  }

  @Override
  public void announce(Instant next) {
    if (next.isAfter(clock.instant())) {
      console.out().printf("Next run: %s.%n", Wording.day(next, zone));
    } else {
      console.out().printf("A run was missed on %s. It begins now.%n", Wording.day(next, zone));
    }
  }

  @Override
  public void watch() {
    LocalDate today = clock.instant().atZone(zone).toLocalDate();
    bell.ring(lookout.alarms(), today, plan.settings().alarm().command(), mails::alarm);
  }

  private boolean isNew(String alarm, LocalDate day) {
    try (Store store = HomeStore.open(home, plan.settings())) {
      return store.runs().tell(alarm, day);
    }
  }
}
