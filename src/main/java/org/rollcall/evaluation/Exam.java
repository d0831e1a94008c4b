package org.rollcall.evaluation;

import org.rollcall.model.Progress;

/** A test of every classifier on the data in one folder. */
interface Exam {
  /**
   * Runs the test once.
   *
   * @param name name of the folder in the report
   * @param trials collects the test sets, trials and notes
   * @param progress told how far the test has got
   */
  void run(String name, Trials trials, Progress progress);
}
