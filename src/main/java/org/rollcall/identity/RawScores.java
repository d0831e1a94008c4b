package org.rollcall.identity;

import org.rollcall.model.picture.Embedding;

/** Uncalibrated scores, higher for more similar faces: see {@link CalibratedClassifier}. */
interface RawScores {
  /**
   * Compares a person with the class.
   *
   * @param person mean embedding of one person
   * @return a score for each student, in the order of the class
   */
  double[] of(Embedding person);
}
