package org.rollcall.run;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.lesson.LessonReport;
import org.rollcall.lesson.Withdrawal;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Progress;
import org.rollcall.store.ledger.Claim;

/**
 * The lessons that this process is working on at the moment, in memory only: whatever must last is
 * in the ledger.
 *
 * <p>Thread-safe.
 */
public final class ProgressBoard {
  private final Clock clock;
  private final Map<LessonKey, RunningLesson> running = new LinkedHashMap<>();
  private long version;

  /**
   * Creates an empty board.
   *
   * @param clock tells the time
   */
  public ProgressBoard(Clock clock) {
    this.clock = clock;
  }

  /**
   * A lesson being processed.
   *
   * @param lesson the lesson
   * @param files its recordings, as paths relative to the home
   * @param since when processing started
   * @param percent how much of its recordings has been analysed (0 to 99)
   */
  public record RunningLesson(LessonKey lesson, List<String> files, Instant since, int percent) {
    public RunningLesson {
      files = List.copyOf(files);
    }
  }

  /** {@return a number that changes whenever anything on the board changes} */
  public synchronized long version() {
    return version;
  }

  /** {@return the lessons being processed, in the order in which they were started} */
  public synchronized List<RunningLesson> running() {
    return running.values().stream().sorted(Comparator.comparing(RunningLesson::since)).toList();
  }

  /**
   * Finds the progress of a lesson.
   *
   * @param lesson the lesson
   * @return its progress; empty if this process is not working on it
   */
  synchronized Optional<RunningLesson> find(LessonKey lesson) {
    return Optional.ofNullable(running.get(lesson));
  }

  /**
   * Wraps a listener so that the board follows the run as well.
   *
   * @param listener is told of everything too
   * @return the listener to give to the run
   */
  public RunListener following(RunListener listener) {
    return new RunListener() {
      @Override
      public void ended(LessonReport report) {
        listener.ended(report);
      }

      @Override
      public void withdrawn(Withdrawal.Withdrawn lesson) {
        listener.withdrawn(lesson);
      }

      @Override
      public Progress progress(Claim claim) {
        return new BoardProgress(ProgressBoard.this, claim, listener.progress(claim));
      }
    };
  }

  synchronized void start(Claim claim) {
    List<String> files = claim.parts().stream().map(part -> part.recording().file()).toList();
    running.put(claim.lesson(), new RunningLesson(claim.lesson(), files, clock.instant(), 0));
    version++;
  }

  synchronized void advance(LessonKey lesson, int percent) {
    running.computeIfPresent(
        lesson,
        (key, work) -> {
          version += work.percent == percent ? 0 : 1;
          return new RunningLesson(key, work.files, work.since, percent);
        });
  }

  synchronized void end(LessonKey lesson) {
    running.remove(lesson);
    version++;
  }
}
