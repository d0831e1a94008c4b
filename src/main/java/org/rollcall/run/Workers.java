package org.rollcall.run;

import org.rollcall.ingest.FactsReader;
import org.rollcall.lesson.LessonReport;
import org.rollcall.model.Progress;
import org.rollcall.store.ledger.Claim;

/**
 * Those who look into recordings, which takes libraries that may crash or hang on a bad file: in
 * this process ({@link Workbench}), or in processes of their own.
 */
public interface Workers {
  /**
   * Lets somebody read what recordings say of themselves.
   *
   * @return who reads; the caller closes it
   */
  FactsReader facts();

  /**
   * Works on a lesson until its claim has ended. May be called from several threads.
   *
   * @param claim the right to, which the caller renews
   * @param progress hears how far it is
   * @return what became of the lesson
   */
  LessonReport work(Claim claim, Progress progress);

  /** {@return how many lessons can be worked on at a time} */
  int parallel();
}
