package org.rollcall.run;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.lesson.LessonReport;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Progress;
import org.rollcall.store.ledger.Claim;

/**
 * What this process works on at this moment. It is in memory only: what has to last is in the
 * ledger.
 *
 * <p>For any number of threads.
 */
public final class ProgressBoard {
  private final Clock clock;
  private final Map<LessonKey, RunningLesson> works = new LinkedHashMap<>();
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
  public record RunningLesson(LessonKey lesson, List<String> files, Instant since, int percent) {
    public RunningLesson {
      files = List.copyOf(files);
    }
  }

  /** {@return a number that is another one whenever something here has changed} */
  public synchronized long version() {
    return version;
  }

  /** {@return the lessons under work, the one begun first before the others} */
  public synchronized List<RunningLesson> works() {
    return works.values().stream().sorted(Comparator.comparing(RunningLesson::since)).toList();
  }

  /**
   * Finds the work on a lesson.
   *
   * @param lesson which lesson
   * @return how far it is; empty if this process does not work on it
   */
  public synchronized Optional<RunningLesson> work(LessonKey lesson) {
    return Optional.ofNullable(works.get(lesson));
  }

  /**
   * Lets the board know what a run works on.
   *
   * @param listener hears what the run does
   * @return hears it for both
   */
  public RunListener watching(RunListener listener) {
    return new RunListener() {
      @Override
      public void ended(LessonReport report) {
        listener.ended(report);
      }

      @Override
      public Progress progress(Claim claim) {
        return new BoardProgress(ProgressBoard.this, claim, listener.progress(claim));
      }
    };
  }

  synchronized void begin(Claim claim) {
    List<String> files = claim.parts().stream().map(part -> part.recording().file()).toList();
    works.put(claim.lesson(), new RunningLesson(claim.lesson(), files, clock.instant(), 0));
    version++;
  }

  synchronized void advance(LessonKey lesson, int percent) {
    works.computeIfPresent(
        lesson,
        (key, work) -> {
          version += work.percent == percent ? 0 : 1;
          return new RunningLesson(key, work.files, work.since, percent);
        });
  }

  synchronized void end(LessonKey lesson) {
    works.remove(lesson);
    version++;
  }
}
