package org.rollcall.run;

import org.rollcall.lesson.LessonReport;
import org.rollcall.lesson.Withdrawal;
import org.rollcall.model.Progress;
import org.rollcall.store.ledger.Claim;

/** Receives the outcomes and progress of a run. */
public interface RunListener {
  /** Ignores everything. */
  RunListener NONE = new RunListener() {};

  /**
   * Called when a lesson or recording has been dealt with, by one thread at a time.
   *
   * @param report its outcome
   */
  default void ended(LessonReport report) {}

  /**
   * Called when the processing of a lesson is about to start, possibly by several threads at once.
   *
   * @param claim the right to process it
   * @return receives its progress, from {@link Progress#start} to {@link Progress#end}
   */
  default Progress progress(Claim claim) {
    return Progress.NONE;
  }

  /**
   * Called when a lesson was withdrawn because its recordings show other ones.
   *
   * @param lesson the lesson
   */
  default void withdrawn(Withdrawal.Withdrawn lesson) {}
}
