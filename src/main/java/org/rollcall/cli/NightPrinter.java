package org.rollcall.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.rollcall.cli.console.Console;
import org.rollcall.cli.console.Wording;
import org.rollcall.desk.InstallationStatus;
import org.rollcall.night.Alarm;
import org.rollcall.night.NightSchedule;
import org.rollcall.night.NightService;
import org.rollcall.school.Holidays;
import org.rollcall.school.Home;
import org.rollcall.store.ledger.Runs;

/** Prints the last run, the next night, the coming holidays and any alarms. */
final class NightPrinter {
  private static final int MOST_HOLIDAYS = 3;

  private final NightStatus status;
  private final NightService service;
  private final Console console;
  private final Clock clock;

  NightPrinter(Home home, Shell shell) {
    this.status = new NightStatus(home, shell.service(), shell.clock());
    this.service = shell.service();
    this.console = shell.console();
    this.clock = shell.clock();
  }

  /** Prints the part of the overview that is about nights. */
  void print(InstallationStatus overview) {
    NightSchedule plan = status.plan();
    ZoneId zone = plan.settings().school().clockZone();
    overview.latestRun().ifPresent(run -> printUnlessComplete(run, zone));
    console
        .out()
        .println(
            status
                .lastRun()
                .map(run -> "Last complete run: " + Wording.day(run, zone) + ".")
                .orElse(
                    overview.latestRun().isPresent()
                        ? "No run has been completed yet."
                        : "There has been no run yet."));
    Instant now = clock.instant();
    service.nextDue(plan, now).ifPresent(next -> printNext(plan, next, zone));
    plan.holidays().ahead(now.atZone(zone).toLocalDate()).stream()
        .limit(MOST_HOLIDAYS)
        .forEach(this::print);
    status
        .alarms(plan, overview)
        .forEach(alarm -> console.out().printf("Alarm: %s%n", alarm.sentence()));
  }

  private void printUnlessComplete(Runs.Past latest, ZoneId zone) {
    String started = Wording.day(latest.run().started(), zone);
    String node = latest.run().node();
    switch (latest.state()) {
      case COMPLETE -> {}
      case RUNNING -> console.out().printf("In progress: a run on %s since %s.%n", node, started);
      case INCOMPLETE ->
          console.out().printf("The run of %s on %s ended before it was done.%n", started, node);
      case KILLED ->
          console
              .out()
              .printf(
                  "The run of %s on %s was killed. What it was working on is waiting again.%n",
                  started, node);
    }
  }

  private void printNext(NightSchedule plan, Instant next, ZoneId zone) {
    String window =
        plan.windowEnd(next)
            .map(end -> "; no lesson is started after " + Wording.minute(end, zone))
            .orElse("");
    console.out().printf("Next run: %s%s.%n", Wording.day(next, zone), window);
  }

  private void print(Holidays.Holiday holiday) {
    LocalDate from = holiday.from();
    String days = from.equals(holiday.to()) ? "" : " to " + holiday.to();
    String name = holiday.name().isEmpty() ? "" : " (" + holiday.name() + ")";
    console.out().printf("No nightly run on %s%s%s.%n", from, days, name);
  }

  /** Prints the alarms as a monitoring plugin does, and returns the exit code. */
  int check() {
    List<Alarm> alarms = status.alarms();
    if (alarms.isEmpty()) {
      console.out().println("ROLLCALL OK - nightly runs work, no backlog.");
      return ExitCode.DONE;
    }
    console.out().printf("ROLLCALL ALARM - %s%n", alarms.get(0).sentence());
    alarms.stream().skip(1).forEach(alarm -> console.out().println(alarm.sentence()));
    return ExitCode.FAILED;
  }
}
