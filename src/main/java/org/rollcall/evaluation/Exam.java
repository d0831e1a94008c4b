package org.rollcall.evaluation;

import org.rollcall.model.Progress;

/** Puts the questions of a folder to every classifier. */
interface Exam {
  /**
   * Goes through the folder once.
   *
   * @param name what the folder is called in the report
   * @param trials takes what comes of it
   * @param progress hears how far it is
   */
  void run(String name, Trials trials, Progress progress);
}
