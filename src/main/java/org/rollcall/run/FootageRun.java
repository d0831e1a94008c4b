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
import org.rollcall.model.Progress;
import org.rollcall.school.Home;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.Claim;
import org.rollcall.store.ledger.Recording;
import org.rollcall.store.ledger.Recording.RecordingState;

/**
 * Processes everything that waits in the watched folder, once:
 *
 * <ol>
 *   <li>tidy up: let lessons wait again whose workers are gone, and forget what is kept for a time,
 *   <li>write sheets and class registers that could not be written before,
 *   <li>look into the folder, and tell recordings by their content,
 *   <li>inspect the new ones: find out which lessons they show,
 *   <li>work on lessons until none is due, and write the register of a class after its last one,
 *   <li>file recordings away whose time has come.
 * </ol>
 *
 * <p>Other processes, also on other machines, may do the same at the same time.
 */
public final class FootageRun {
  private final Installation installation;
  private final Home home;
  private final Store store;
  private final Workers workers;
  private final List<LessonReport> reports = new ArrayList<>();

  /**
   * Prepares a run.
   *
   * @param installation whose folder is gone through
   * @param workers do the work
   */
  public FootageRun(Installation installation, Workers workers) {
    this.installation = installation;
    this.home = installation.home();
    this.store = installation.store();
    this.workers = workers;
  }

  /**
   * How a run goes about it.
   *
   * @param until from when on it starts no more lessons; empty for no such time
   * @param hurries whether lessons that failed a short while ago are tried again now
   */
  public record Options(Optional<Instant> until, boolean hurries) {
    /** Everything, and now. */
    public static final Options ALL = new Options(Optional.empty(), true);
  }

  /**
   * What a run did.
   *
   * @param lessons what was processed or failed
   * @param settled how many recordings in the folder earlier runs dealt with, well or not
   * @param skipped what lies in the folder and was not taken
   * @param waits whether lessons are left that can be tried again later
   */
  public record Report(
      List<LessonReport> lessons, int settled, List<Skipped> skipped, boolean waits) {
    public Report {
      lessons = List.copyOf(lessons);
      skipped = List.copyOf(skipped);
    }
  }

  /**
   * Runs. An interruption of the thread ends it early: lessons under work wait again.
   *
   * @param options how
   * @param sleeper waits for files that are still being written
   * @param listener hears what happens
   * @return all of it
   * @throws org.rollcall.model.TemporaryFailure if the folder cannot be read, or there is no room
   *     for results
   */
  public Report run(Options options, Sleeper sleeper, RunListener listener) {
    Housekeeping.tidyUp(installation);
    new Sheets(home, store).writePending();
    new ClassRegisters(home, store).writeDue();
    if (options.hurries) {
      store.claims().hurry();
    }
    RunListener collector = new Collector(listener);
    Scan scan = scan(sleeper);
    ContentIndex.TakenIn taken = new ContentIndex(home, store).takeIn(scan);
    List<Recording> inspected =
        new RecordingInspector(installation).inspectNew(taken.names(), workers::facts);
    reportUnusable(taken, inspected, collector);
    new LessonQueue(installation, workers, collector).work(options);
    new ClassRegisters(home, store).writeDue();
    new FilingRound(installation).goRound();
    return new Report(
        reports,
        taken.settled(),
        scan.skipped().stream().filter(skipped -> !skipped.unclear()).toList(),
        store.claims().anyWaiting());
  }

  /**
   * A run does not come back soon: it waits for what changed a short while ago, and looks again.
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

  /** What cannot be read or shows no lesson is told, so that somebody sees it. */
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

  /** Keeps what another hears. */
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
    public Progress progress(Claim claim) {
      return other.progress(claim);
    }
  }
}
