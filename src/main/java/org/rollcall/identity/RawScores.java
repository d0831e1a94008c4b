package org.rollcall.identity;

import org.rollcall.model.picture.Embedding;

/** Scores in a unit of their own, greater for more alike: see {@link CalibratedClassifier}. */
interface RawScores {
  /**
   * Compares somebody with the class.
   *
   * @param person mean embedding of what was seen of one person
   * @return for each student, in the order of the class, a score
   */
  double[] of(Embedding person);
}
