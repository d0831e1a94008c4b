package org.rollcall.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.rollcall.config.Home;
import org.rollcall.inbox.Skipped;
import org.rollcall.inbox.Sleeper;
import org.rollcall.lesson.FootageRun;
import org.rollcall.lesson.Installation;
import org.rollcall.lesson.LessonReport;
import org.rollcall.lesson.Progress;
import org.rollcall.lesson.ProgressBoard;
import org.rollcall.lesson.Workers;
import org.rollcall.store.DueRegisters;
import org.rollcall.store.PendingSheets;
import org.rollcall.worker.ChildJvm;
import org.rollcall.worker.ChildWorkers;

/** Goes once through the watched folder and tells what was found there. */
final class FootageWork {
  private final Home home;
  private final Console console;
  private final Clock clock;
  private final ProgressBoard board;

  FootageWork(Home home, Console console, Clock clock, ProgressBoard board) {
    this.home = home;
    this.console = console;
    this.clock = clock;
    this.board = board;
  }

  /**
   * Processes what waits.
   *
   * @param until from when on no more lessons are begun
   * @param hurries whether lessons that failed a short while ago are tried again now
   * @return what the run did
   */
  FootageRun.Report run(Optional<Instant> until, boolean hurries) {
    LessonPrinter printer = new LessonPrinter(console, home);
    try (Installation installation = Installation.open(home, clock);
        Workers workers = board.watching(new ChildWorkers(installation))) {
      int parallel = new ChildJvm(installation.settings().work()).parallel();
      FootageRun.Plan plan = new FootageRun.Plan(until, hurries, parallel);
      FootageRun.Report report =
          installation.footageRun(workers).run(plan, this::sleep, listener(printer, parallel));
      print(report, printer);
      installation.store().pendingSheets().list().forEach(this::print);
      installation.store().dueRegisters().list().stream()
          .filter(due -> !due.reason().isEmpty())
          .forEach(this::print);
      return report;
    }
  }

  private FootageRun.Listener listener(LessonPrinter printer, int parallel) {
    return new FootageRun.Listener() {
      @Override
      public void ended(LessonReport report) {
        printer.print(report);
      }

      /** One line of the console cannot show several lessons at once. */
      @Override
      public Progress progress() {
        return parallel == 1 ? new ConsoleProgress(console, clock) : new BeginProgress(console);
      }
    };
  }

  private void print(FootageRun.Report report, LessonPrinter printer) {
    if (report.lessons().isEmpty()) {
      console.out().println("Nothing waits in footage/.");
    }
    report.skipped().forEach(this::print);
    printer.printSum(report.lessons());
    if (report.settled() > 0) {
      console
          .out()
          .printf(
              "%s left alone, which earlier runs dealt with; see 'rollcall status'.%n",
              Wording.count(report.settled(), "recording"));
    }
  }

  private void print(Skipped skipped) {
    console.out().printf("Not taken: %s: %s.%n", home.relative(skipped.path()), skipped.reason());
  }

  private void print(PendingSheets.Pending sheet) {
    console.err().printf("The sheet of %s waits: %s%n", sheet.lesson(), sheet.reason());
  }

  private void print(DueRegisters.Due register) {
    console
        .err()
        .printf("The register of class %s waits: %s%n", register.className(), register.reason());
  }

  private void sleep(Duration time) throws InterruptedException {
    console.out().printf("Waiting %s for recordings that have just changed.%n", Wording.took(time));
    Sleeper.REAL.sleep(time);
  }
}
