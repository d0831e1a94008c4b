package org.rollcall.cli;

import java.time.Clock;
import java.time.Duration;
import org.rollcall.cli.console.Console;
import org.rollcall.cli.console.ConsoleProgress;
import org.rollcall.cli.console.StartProgress;
import org.rollcall.cli.console.Wording;
import org.rollcall.home.Installation;
import org.rollcall.inbox.Skipped;
import org.rollcall.inbox.Sleeper;
import org.rollcall.lesson.LessonReport;
import org.rollcall.lesson.Withdrawal;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Progress;
import org.rollcall.run.FootageRun;
import org.rollcall.run.RunListener;
import org.rollcall.school.Home;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.Claim;
import org.rollcall.store.ledger.PendingSheets;
import org.rollcall.store.register.DueClassRegisters;

/** Reports a run on the console. */
final class RunPrinter implements RunListener {
  private final Console console;
  private final Clock clock;
  private final Home home;
  private final Store store;
  private final int parallel;
  private final LessonPrinter lessons;

  /**
   * Reports a run over an installation.
   *
   * @param parallel how many lessons are processed at a time; progress is shown only for one, as a
   *     line of the console cannot show several
   */
  RunPrinter(Console console, Installation installation, int parallel) {
    this.console = console;
    this.clock = installation.clock();
    this.home = installation.home();
    this.store = installation.store();
    this.parallel = parallel;
    this.lessons = new LessonPrinter(console, home);
  }

  @Override
  public void ended(LessonReport report) {
    lessons.print(report);
  }

  @Override
  public Progress progress(Claim claim) {
    return parallel == 1 ? new ConsoleProgress(console, clock) : new StartProgress(console);
  }

  @Override
  public void withdrawn(Withdrawal.Withdrawn lesson) {
    console
        .out()
        .printf(
            "Withdrawn: %s. Its recordings show other lessons; its sheet is in"
                + " attendance/%s/withdrawn/.%n",
            lesson, lesson.lesson().className());
  }

  /** Waits, and says why. */
  void sleep(Duration time) throws InterruptedException {
    console.out().printf("Waiting %s for recordings that have just changed.%n", Wording.took(time));
    Sleeper.REAL.sleep(time);
  }

  /** Prints the result of the whole run, and what is still waiting after it. */
  void print(FootageRun.Report report) {
    if (report.lessons().isEmpty()) {
      console.out().println("Nothing is waiting in footage/.");
    }
    report.skipped().forEach(this::print);
    lessons.printSum(report.lessons());
    if (report.settled() > 0) {
      console
          .out()
          .printf(
              "%s left alone, as earlier runs dealt with them; see 'rollcall status'.%n",
              Wording.count(report.settled(), "recording"));
    }
    store.pendingSheets().list().forEach(this::print);
    store.sheetProblems().all().keySet().forEach(this::printProblems);
    store.dueClassRegisters().list().stream()
        .filter(due -> due.reason().isPresent())
        .forEach(this::print);
  }

  private void print(Skipped skipped) {
    console.out().printf("Skipped: %s: %s%n", home.relative(skipped.path()), skipped.reason());
  }

  private void print(PendingSheets.Pending sheet) {
    console
        .err()
        .printf("The sheet of %s will be written later: %s%n", sheet.lesson(), sheet.reason());
  }

  private void printProblems(LessonKey lesson) {
    console
        .err()
        .printf(
            "Not everything typed into the sheet of %s could be taken; see 'rollcall status'.%n",
            lesson);
  }

  private void print(DueClassRegisters.Due register) {
    console
        .err()
        .printf(
            "The class register of %s will be written later: %s%n",
            register.className(), register.reason().orElseThrow());
  }
}
