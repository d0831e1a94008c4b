package org.rollcall.desk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rollcall.home.HomeStore;
import org.rollcall.inbox.Candidate;
import org.rollcall.inbox.Scan;
import org.rollcall.inbox.Skipped;
import org.rollcall.inbox.WatchedFolder;
import org.rollcall.model.LessonKey;
import org.rollcall.model.SheetProblem;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.store.Store;
import org.rollcall.store.account.AuditEntry;
import org.rollcall.store.account.AuditEntry.Action;
import org.rollcall.store.ledger.KnownFiles;
import org.rollcall.store.ledger.PendingSheets;
import org.rollcall.store.ledger.Places;
import org.rollcall.store.ledger.Recording;
import org.rollcall.store.ledger.Recording.RecordingState;
import org.rollcall.store.ledger.Runs;
import org.rollcall.store.ledger.WorkQueue;
import org.rollcall.store.register.DueClassRegisters;

/**
 * The state of an installation. Reading it changes nothing and does not disturb other processes.
 *
 * @param recordings all recordings of the ledger, the latest change first
 * @param waiting what the next run would process, the oldest lesson first
 * @param skipped files in the watched folder that would not be processed
 * @param pendingSheets sheets that could not be written yet
 * @param sheetProblems what people typed into sheets and could not be taken, by lesson
 * @param dueRegisters class registers that are out of date
 * @param inProgress the lessons that any process works on
 * @param latestRun the run that started last; not there before the first one
 * @param copies recordings that are left alone as copies of others
 * @param withdrawn lessons that were withdrawn in the last two weeks, the latest first
 */
public record InstallationStatus(
    List<Recording> recordings,
    List<Candidate> waiting,
    List<Skipped> skipped,
    List<PendingSheets.Pending> pendingSheets,
    Map<LessonKey, List<SheetProblem>> sheetProblems,
    List<DueClassRegisters.Due> dueRegisters,
    List<WorkQueue.LiveLesson> inProgress,
    Optional<Runs.Past> latestRun,
    List<Places.Copy> copies,
    List<AuditEntry> withdrawn) {
  /** For how long lessons that were withdrawn are shown. */
  private static final Duration RECENT = Duration.ofDays(14);

  public InstallationStatus {
    recordings = List.copyOf(recordings);
    waiting = List.copyOf(waiting);
    skipped = List.copyOf(skipped);
    pendingSheets = List.copyOf(pendingSheets);
    sheetProblems = Collections.unmodifiableMap(new TreeMap<>(sheetProblems));
    dueRegisters = List.copyOf(dueRegisters);
    inProgress = List.copyOf(inProgress);
    copies = List.copyOf(copies);
    withdrawn = List.copyOf(withdrawn);
  }

  /**
   * Reads the whole status.
   *
   * @param home the installation
   * @param settings its settings
   * @param clock the clock, which decides whether recordings have been unchanged for long enough
   * @return the present status
   * @throws org.rollcall.model.RollcallException if the database or the watched folder cannot be
   *     read
   */
  public static InstallationStatus of(Home home, Settings settings, Clock clock) {
    Scan scan = new WatchedFolder(home.footage(), settings.inbox(), clock).scan();
    if (!HomeStore.exists(home, settings)) {
      return new InstallationStatus(
          List.of(),
          scan.ready(),
          scan.skipped(),
          List.of(),
          Map.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          List.of(),
          List.of());
    }
    try (Store store = HomeStore.open(home, settings)) {
      return new InstallationStatus(
          recordings(home, store),
          waiting(home, scan, store),
          skipped(home, scan, store),
          store.pendingSheets().list(),
          store.sheetProblems().all(),
          store.dueClassRegisters().list(),
          store.workQueue().inProgress(),
          store.runs().latest(1).stream().findFirst(),
          store.places().copies().stream()
              .filter(copy -> Files.exists(home.resolve(Path.of(copy.file()))))
              .toList(),
          store.auditLog().entries(Action.LESSON_WITHDRAWN, clock.instant().minus(RECENT)));
    }
  }

  /** The recordings as they are now: the ledger learns only from a run what was taken away. */
  private static List<Recording> recordings(Home home, Store store) {
    return store.ledger().recordings().stream()
        .map(
            recording ->
                recording.state() == RecordingState.WAITING && isGone(home, recording, store)
                    ? recording.removed()
                    : recording)
        .toList();
  }

  private static boolean isGone(Home home, Recording recording, Store store) {
    return store.places().of(recording.sha256()).stream()
        .map(place -> home.resolve(Path.of(place)))
        .allMatch(Files::notExists);
  }

  /**
   * Reads only what waits for the next run, which is fast even after years of use.
   *
   * @param home the installation
   * @param settings its settings
   * @param clock the clock, which decides whether recordings have been unchanged for long enough
   * @return what the next run would process, the oldest lesson first
   * @throws org.rollcall.model.RollcallException if the database or the watched folder cannot be
   *     read
   */
  public static List<Candidate> waiting(Home home, Settings settings, Clock clock) {
    Scan scan = new WatchedFolder(home.footage(), settings.inbox(), clock).scan();
    if (!HomeStore.exists(home, settings)) {
      return scan.ready();
    }
    try (Store store = HomeStore.open(home, settings)) {
      return waiting(home, scan, store);
    }
  }

  /**
   * The content of the watched folder.
   *
   * @param waiting what the next run would process, the oldest lesson first
   * @param skipped what would not be processed
   */
  public record Folder(List<Candidate> waiting, List<Skipped> skipped) {
    public Folder {
      waiting = List.copyOf(waiting);
      skipped = List.copyOf(skipped);
    }
  }

  /**
   * Reads only the watched folder.
   *
   * @param home the installation
   * @param settings its settings
   * @param store its open store
   * @param clock the clock, which decides whether recordings have been unchanged for long enough
   * @return the content of the folder
   * @throws org.rollcall.model.RollcallException if the database or the folder cannot be read
   */
  public static Folder folder(Home home, Settings settings, Store store, Clock clock) {
    Scan scan = new WatchedFolder(home.footage(), settings.inbox(), clock).scan();
    return new Folder(waiting(home, scan, store), skipped(home, scan, store));
  }

  /** Files that are skipped, without those whose lesson is known in spite of their name. */
  private static List<Skipped> skipped(Home home, Scan scan, Store store) {
    return scan.skipped().stream()
        .filter(
            file -> !file.unclear() || !store.places().knowsLessonOf(home.relative(file.path())))
        .toList();
  }

  private static List<Candidate> waiting(Home home, Scan scan, Store store) {
    return scan.ready().stream().filter(candidate -> waits(home, candidate, store)).toList();
  }

  /**
   * Checks whether a recording waits. Unknown content counts as new: hashing it here would be slow.
   */
  private static boolean waits(Home home, Candidate candidate, Store store) {
    KnownFiles.FileStamp stamp =
        new KnownFiles.FileStamp(
            home.relative(candidate.path()), candidate.bytes(), candidate.modified());
    return store
        .knownFiles()
        .hash(stamp)
        .flatMap(store.ledger()::find)
        .map(recording -> !recording.state().ended())
        .orElse(true);
  }
}
