package org.rollcall.run;

import org.rollcall.lesson.LessonReport;
import org.rollcall.model.Progress;
import org.rollcall.store.ledger.Claim;

/** Hears what a run does. */
public interface RunListener {
  /** Hears nothing. */
  RunListener NONE = new RunListener() {};

  /**
   * Something came to its end. Called by one thread at a time.
   *
   * @param report what became of it
   */
  default void ended(LessonReport report) {}

  /**
   * A lesson is about to be worked on. Called by several threads.
   *
   * @param claim the right to work on it
   * @return hears how far it is, from {@link Progress#begin} to {@link Progress#end}
   */
  default Progress progress(Claim claim) {
    return Progress.NONE;
  }
}
