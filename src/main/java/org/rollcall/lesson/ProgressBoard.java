package org.rollcall.lesson;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.rollcall.model.LessonKey;
import org.rollcall.store.Claim;

/**
 * What this process works on at this moment, and what became of what somebody asked it for. It is
 * in memory only: what has to last is in the ledger.
 *
 * <p>For any number of threads.
 */
public final class ProgressBoard {
  /** Long enough for somebody who asked to look again. */
  private static final Duration KEPT = Duration.ofHours(12);

  private static final int MOST_KEPT = 500;

  private final Clock clock;
  private final Map<LessonKey, Work> works = new LinkedHashMap<>();
  private final Map<String, Errand> errands = new LinkedHashMap<>();
  private long version;

  /**
   * Starts empty.
   *
   * @param clock tells the time
   */
  public ProgressBoard(Clock clock) {
    this.clock = clock;
  }

  /**
   * A lesson under work.
   *
   * @param lesson which lesson
   * @param files its recordings, by their paths relative to the home
   * @param since when the work on it began
   * @param percent how much of its recordings is looked through (0 to 99)
   */
  public record Work(LessonKey lesson, List<String> files, Instant since, int percent) {
    public Work {
      files = List.copyOf(files);
    }
  }

  /** Where something stands that somebody asked for. */
  public enum Stage {
    /** Others are before it. */
    WAITING,
    /** It is being done. */
    RUNNING,
    /** It came to its end, whatever that was. */
    ENDED
  }

  /**
   * Something that somebody asked for.
   *
   * @param name the recording, by its path relative to the home; or the lesson, as {@link
   *     LessonKey#fileStem()}
   * @param stage where it stands
   * @param since since when it stands there
   * @param percent how much of the lesson under work is looked through (0 to 99); empty while no
   *     lesson of it is
   * @param reports what became of each of its lessons, or of the recording if it shows none; empty
   *     before the end, and if it was stopped
   */
  public record Errand(
      String name, Stage stage, Instant since, OptionalInt percent, List<LessonReport> reports) {
    public Errand {
      reports = List.copyOf(reports);
    }

    boolean concerns(Work work) {
      return work.files.contains(name) || work.lesson.fileStem().equals(name);
    }
  }

  /** {@return a number that is another one whenever something here has changed} */
  public synchronized long version() {
    return version;
  }

  /** {@return the lessons under work, the one begun first before the others} */
  public synchronized List<Work> works() {
    return works.values().stream().sorted(Comparator.comparing(Work::since)).toList();
  }

  /**
   * Finds the work on a lesson.
   *
   * @param lesson which lesson
   * @return how far it is; empty if this process does not work on it
   */
  public synchronized Optional<Work> work(LessonKey lesson) {
    return Optional.ofNullable(works.get(lesson));
  }

  /** {@return what was asked for in the last hours, in the order in which it was} */
  public synchronized List<Errand> errands() {
    return errands.values().stream().map(this::withPercent).toList();
  }

  /**
   * Finds what somebody asked for.
   *
   * @param name the recording, by its path relative to the home; or the lesson, as {@link
   *     LessonKey#fileStem()}
   * @return where it stands; empty if nobody asked for it in the last hours
   */
  public synchronized Optional<Errand> errand(String name) {
    return Optional.ofNullable(errands.get(name)).map(this::withPercent);
  }

  private Errand withPercent(Errand errand) {
    OptionalInt percent =
        errand.stage == Stage.RUNNING
            ? works.values().stream().filter(errand::concerns).mapToInt(Work::percent).findFirst()
            : OptionalInt.empty();
    return new Errand(errand.name, errand.stage, errand.since, percent, errand.reports);
  }

  /**
   * Notes that somebody asks for something.
   *
   * @param name see {@link Errand#name}
   * @return whether it is new; otherwise it waits already, or is being done
   */
  public synchronized boolean ask(String name) {
    boolean open =
        Optional.ofNullable(errands.get(name)).filter(e -> e.stage != Stage.ENDED).isPresent();
    if (!open) {
      tidyUp();
      errands.remove(name);
      put(name, Stage.WAITING, List.of());
    }
    return !open;
  }

  /**
   * Notes that something is begun that was asked for.
   *
   * @param name see {@link Errand#name}
   */
  public synchronized void begin(String name) {
    put(name, Stage.RUNNING, List.of());
  }

  /**
   * Notes that something has ended that was asked for.
   *
   * @param name see {@link Errand#name}
   * @param reports what became of it; empty if it was stopped
   */
  public synchronized void end(String name, List<LessonReport> reports) {
    put(name, Stage.ENDED, reports);
  }

  private void put(String name, Stage stage, List<LessonReport> reports) {
    errands.put(name, new Errand(name, stage, clock.instant(), OptionalInt.empty(), reports));
    version++;
  }

  private void tidyUp() {
    Instant oldest = clock.instant().minus(KEPT);
    List<Errand> ended =
        new ArrayList<>(errands.values().stream().filter(e -> e.stage == Stage.ENDED).toList());
    int tooMany = Math.max(0, errands.size() + 1 - MOST_KEPT);
    for (int i = 0; i < ended.size(); i++) {
      if (i < tooMany || ended.get(i).since.isBefore(oldest)) {
        errands.remove(ended.get(i).name);
      }
    }
  }

  /**
   * Lets the board know what workers do.
   *
   * @param workers do the work
   * @return the same workers; whoever closes them closes those
   */
  public Workers watching(Workers workers) {
    return new WatchedWorkers(workers, this);
  }

  synchronized void begin(Claim claim) {
    List<String> files = claim.recordings().stream().map(Claim.Piece::file).toList();
    works.put(claim.lesson(), new Work(claim.lesson(), files, clock.instant(), 0));
    version++;
  }

  synchronized void advance(LessonKey lesson, int percent) {
    works.computeIfPresent(
        lesson,
        (key, work) -> {
          version += work.percent == percent ? 0 : 1;
          return new Work(key, work.files, work.since, percent);
        });
  }

  synchronized void end(LessonKey lesson) {
    works.remove(lesson);
    version++;
  }
}
