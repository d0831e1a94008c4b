package org.rollcall.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.desk.ClassRegisters;
import org.rollcall.home.Installation;
import org.rollcall.inbox.Scan;
import org.rollcall.inbox.Skipped;
import org.rollcall.inbox.Sleeper;
import org.rollcall.inbox.WatchedFolder;
import org.rollcall.ingest.ContentIndex;
import org.rollcall.ingest.RecordingInspector;
import org.rollcall.lesson.LessonReport;
import org.rollcall.lesson.Sheets;
import org.rollcall.lesson.Withdrawal;
import org.rollcall.model.Progress;
import org.rollcall.school.Home;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.Claim;
import org.rollcall.store.ledger.Recording;
import org.rollcall.store.ledger.Recording.RecordingState;

/**
 * Processes everything waiting in the watched folder, once:
 *
 * <ol>
 *   <li>tidy up: return lessons whose workers have died to the queue, and delete expired data,
 *   <li>write the sheets and class registers that could not be written earlier,
 *   <li>scan the folder, and identify recordings by their content,
 *   <li>inspect the new recordings to find out which lessons they show,
 *   <li>withdraw the lessons that no recording shows any more,
 *   <li>process lessons until none is due, and write each class register after the last lesson of
 *       the class,
 *   <li>file away the recordings that are due for it.
 * </ol>
 *
 * <p>Other processes, even on other machines, may run at the same time.
 */
public final class FootageRun {
  private final Installation installation;
  private final Home home;
  private final Store store;
  private final Workers workers;
  private final List<LessonReport> reports = new ArrayList<>();

  /**
   * Creates a run over the watched folder of an installation.
   *
   * @param installation the installation whose folder is scanned
   * @param workers inspect recordings and process lessons
   */
  public FootageRun(Installation installation, Workers workers) {
    this.installation = installation;
    this.home = installation.home();
    this.store = installation.store();
    this.workers = workers;
  }

  /**
   * The options of a run.
   *
   * @param until no lesson is started from this time on; empty for no limit
   * @param skipsBackOff whether lessons that failed recently are retried at once
   */
  public record Options(Optional<Instant> until, boolean skipsBackOff) {
    /** No time limit, and immediate retries. */
    public static final Options ALL = new Options(Optional.empty(), true);

    /**
     * Limits a run that a person has started.
     *
     * @param end the time from which no lesson is started
     * @return immediate retries up to then
     */
    public static Options until(Instant end) {
      return new Options(Optional.of(end), true);
    }
  }

  /**
   * The result of a run.
   *
   * @param lessons the lessons and recordings that were processed or failed
   * @param settled how many recordings in the folder earlier runs dealt with, successfully or not
   * @param skipped the files in the folder that were not taken in
   * @param waits whether lessons remain that can be retried later
   */
  public record Report(
      List<LessonReport> lessons, int settled, List<Skipped> skipped, boolean waits) {
    public Report {
      lessons = List.copyOf(lessons);
      skipped = List.copyOf(skipped);
    }
  }

  /**
   * Performs the run. Interrupting the thread ends it early and returns the lessons being processed
   * to the queue.
   *
   * @param options time limit and retries
   * @param sleeper waits for files that are still being written
   * @param listener is told of outcomes and progress
   * @return the result of the run
   * @throws org.rollcall.model.TemporaryFailure if the folder cannot be read, or there is no space
   *     for results
   */
  public Report run(Options options, Sleeper sleeper, RunListener listener) {
    Housekeeping.tidyUp(installation);
    new Sheets(home, store).writePending();
    new ClassRegisters(home, store).writeDue();
    if (options.skipsBackOff) {
      store.workQueue().skipBackOff();
    }
    RunListener collector = new Collector(listener);
    Scan scan = scan(sleeper);
    ContentIndex.TakenIn taken = new ContentIndex(home, store).takeIn(scan);
    List<Recording> inspected =
        new RecordingInspector(installation).inspectNew(taken.names(), workers::facts);
    reportUnusable(taken, inspected, collector);
    new Withdrawal(installation).withdrawAll().forEach(collector::withdrawn);
    new LessonQueue(installation, workers, collector).work(options);
    new ClassRegisters(home, store).writeDue();
    new FilingRound(installation).fileAll();
    return new Report(
        reports,
        taken.settled(),
        scan.skipped().stream().filter(skipped -> !skipped.unclear()).toList(),
        store.workQueue().anyWaiting());
  }

  /**
   * Scans the folder; if files changed recently, waits for them to settle and scans once more,
   * since no later scan follows in this run.
   */
  private Scan scan(Sleeper sleeper) {
    WatchedFolder folder =
        new WatchedFolder(home.footage(), installation.settings().inbox(), installation.clock());
    Scan scan = folder.scan();
    if (scan.settlesIn().isZero()) {
      return scan;
    }
    try {
      sleeper.sleep(scan.settlesIn());
      return folder.scan();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return scan;
    }
  }

  /** Reports recordings that cannot be read or show no lesson, so that a person learns of them. */
  private void reportUnusable(
      ContentIndex.TakenIn taken, List<Recording> inspected, RunListener listener) {
    taken
        .unreadable()
        .forEach((file, reason) -> listener.ended(LessonReport.failed(file, reason, true)));
    inspected.stream()
        .flatMap(recording -> store.ledger().find(recording.sha256()).stream())
        .filter(known -> known.lessons().isEmpty() || known.state() == RecordingState.SET_ASIDE)
        .map(LessonReport::of)
        .forEach(listener::ended);
  }

  /** Collects the reports and passes all calls on to another listener. */
  private final class Collector implements RunListener {
    private final RunListener other;

    Collector(RunListener other) {
      this.other = other;
    }

    @Override
    public void ended(LessonReport report) {
      reports.add(report);
      other.ended(report);
    }

    @Override
    public void withdrawn(Withdrawal.Withdrawn lesson) {
      other.withdrawn(lesson);
    }

    @Override
    public Progress progress(Claim claim) {
      return other.progress(claim);
    }
  }
}
