package org.rollcall.run;

import org.rollcall.ingest.FactsReader;
import org.rollcall.lesson.LessonReport;
import org.rollcall.model.Progress;
import org.rollcall.store.ledger.Claim;

/**
 * Inspect recordings and process lessons, which takes libraries that may crash or hang on a bad
 * file: in this process ({@link Workbench}), or in child processes.
 */
public interface Workers {
  /**
   * Gives a reader of the recordings' own metadata.
   *
   * @return the reader; the caller closes it
   */
  FactsReader facts();

  /**
   * Processes a lesson until its claim has ended. May be called from several threads.
   *
   * @param claim the right to process it, which the caller renews
   * @param progress receives its progress
   * @return the outcome of the lesson
   */
  LessonReport work(Claim claim, Progress progress);

  /** {@return how many lessons can be processed at a time} */
  int parallel();
}
