package org.rollcall.lesson;

import static java.util.stream.Collectors.toSet;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rollcall.config.Home;
import org.rollcall.inbox.Scan;
import org.rollcall.inbox.Skipped;
import org.rollcall.inbox.Sleeper;
import org.rollcall.inbox.WatchedFolder;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.store.Recording;
import org.rollcall.store.Recording.State;
import org.rollcall.store.Store;

/**
 * Processes everything that waits in the watched folder, once:
 *
 * <ol>
 *   <li>write sheets and class registers that could not be written before,
 *   <li>look into the folder, and tell recordings by their content,
 *   <li>find out which lessons the new ones show,
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
  private final Clock clock;
  private final Intake intake;
  private final List<LessonReport> reports = new ArrayList<>();

  FootageRun(Installation installation, Workers workers, Clock clock) {
    this.installation = installation;
    this.home = installation.home();
    this.store = installation.store();
    this.workers = workers;
    this.clock = clock;
    this.intake = new Intake(home, store);
  }

  /**
   * How a run goes about it.
   *
   * @param until from when on it begins no more lessons; empty for no such time
   * @param hurries whether lessons that failed a short while ago are tried again now
   * @param parallel how many lessons are worked on at a time (> 0)
   */
  public record Plan(Optional<Instant> until, boolean hurries, int parallel) {
    /** One lesson after the other, until all are done. */
    public static final Plan ALL = new Plan(Optional.empty(), true, 1);
  }

  /** Hears what happens. Called by one thread at a time. */
  public interface Listener {
    /** Hears nothing. */
    Listener NONE = report -> {};

    /**
     * Something came to its end.
     *
     * @param report what became of it
     */
    void ended(LessonReport report);

    /**
     * A lesson is about to be worked on.
     *
     * @return hears how far it is
     */
    default Progress progress() {
      return Progress.NONE;
    }
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
   * @param plan how
   * @param sleeper waits for files that are still being written
   * @param listener hears what happens
   * @return all of it
   * @throws org.rollcall.model.TemporaryFailure if the folder cannot be read, or there is no room
   *     for results
   */
  public Report run(Plan plan, Sleeper sleeper, Listener listener) {
    new Sheets(home, store).writePending();
    new ClassRegisters(home, store).writeDue();
    if (plan.hurries) {
      store.claims().hurry();
    }
    Scan scan =
        new WatchedFolder(home.footage(), installation.settings().inbox(), clock)
            .scanPatiently(sleeper);
    Listener collector = new Collector(listener);
    int settled = takeIn(scan, collector);
    new LessonQueue(installation, workers, plan, clock).work(collector);
    new ClassRegisters(home, store).writeDue();
    new FilingRound(installation, clock).goRound();
    return new Report(
        reports,
        settled,
        scan.skipped().stream().filter(s -> !isUnclear(s)).toList(),
        store.claims().anyWaiting());
  }

  /** Keeps what another hears. */
  private final class Collector implements Listener {
    private final Listener listener;

    Collector(Listener listener) {
      this.listener = listener;
    }

    @Override
    public void ended(LessonReport report) {
      reports.add(report);
      listener.ended(report);
    }

    @Override
    public Progress progress() {
      return listener.progress();
    }
  }

  /** {@return how many recordings were dealt with before} */
  private int takeIn(Scan scan, Listener listener) {
    Map<Path, String> hashes = new LinkedHashMap<>();
    for (Path file : filesToTake(scan)) {
      if (Thread.currentThread().isInterrupted()) {
        return 0;
      }
      try {
        hashes.put(file, intake.hash(file, bytes -> {}));
      } catch (TemporaryFailure e) {
        listener.ended(LessonReport.failed(home.relative(file), e.getMessage(), true));
      }
    }
    int settled = notice(hashes);
    survey(listener);
    return settled;
  }

  private int notice(Map<Path, String> hashes) {
    Set<String> there = hashes.keySet().stream().map(home::relative).collect(toSet());
    int settled = 0;
    for (Map.Entry<Path, String> entry : hashes.entrySet()) {
      String file = home.relative(entry.getKey());
      Optional<Recording> before = store.ledger().find(entry.getValue());
      boolean ended = before.filter(recording -> recording.state().ended()).isPresent();
      boolean copy =
          before
              .filter(known -> !known.file().equals(file) && there.contains(known.file()))
              .isPresent();
      if (!copy) {
        store.ledger().notice(entry.getValue(), file);
      }
      settled += ended || copy ? 1 : 0;
    }
    return settled;
  }

  /** What shows no lesson is told, so that somebody sees it. */
  private void survey(Listener listener) {
    List<Recording> unsurveyed = store.ledger().unsurveyed();
    if (unsurveyed.isEmpty()) {
      return;
    }
    workers.survey(unsurveyed, Optional.empty(), Progress.NONE);
    for (Recording recording : unsurveyed) {
      store
          .ledger()
          .find(recording.sha256())
          .filter(known -> known.lessons().isEmpty() || known.state() == State.SET_ASIDE)
          .map(LessonReport::of)
          .ifPresent(listener::ended);
    }
  }

  /** What is ready, and what only a person can help: it shall fail, so that somebody sees it. */
  private static List<Path> filesToTake(Scan scan) {
    List<Path> files = new ArrayList<>();
    scan.ready().forEach(candidate -> files.add(candidate.path()));
    scan.skipped().stream().filter(FootageRun::isUnclear).map(Skipped::path).forEach(files::add);
    return files;
  }

  private static boolean isUnclear(Skipped skipped) {
    return skipped.why() == Skipped.Why.UNCLEAR_NAME;
  }
}
