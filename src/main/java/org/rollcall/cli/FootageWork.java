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

/** Goes once through the watched folder and tells what was found there. */
final class FootageWork {
  private final Home home;
  private final Console console;
  private final Clock clock;

  FootageWork(Home home, Console console, Clock clock) {
    this.home = home;
    this.console = console;
    this.clock = clock;
  }

  /**
   * Processes what waits. The home is locked for no longer than that.
   *
   * @param command which command wants it, for the message to others
   * @param until when no other lesson is taken any more; empty for no such time
   * @return the exit code
   */
  int run(String command, Optional<Instant> until) {
    LessonPrinter printer = new LessonPrinter(console, home);
    try (Installation installation = Installation.open(home, command, clock)) {
      ConsoleProgress progress = new ConsoleProgress(console, clock);
      FootageRun.Report report =
          installation.footageRun().run(until, this::sleep, progress, printer::print);
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
      return ExitCode.of(report.lessons());
    }
  }

  private void print(Skipped skipped) {
    console.out().printf("Not taken: %s: %s.%n", home.relative(skipped.path()), skipped.reason());
  }

  private void sleep(Duration time) throws InterruptedException {
    console.out().printf("Waiting %s for recordings that have just changed.%n", Wording.took(time));
    Sleeper.REAL.sleep(time);
  }
}
