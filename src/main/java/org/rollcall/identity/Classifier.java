package org.rollcall.identity;

import org.rollcall.model.picture.Embedding;

/**
 * Scores the similarity of a person to each student of a class.
 *
 * <p>All classifiers use the same scale, so that one limit rejects strangers whichever is in use:
 * standard deviations above strangers, as defined by {@link org.rollcall.identity.cohort.Cohort}. A
 * given score is reached by the same share of strangers with every classifier.
 *
 * <p>Immutable and thread-safe.
 */
interface Classifier {
  /**
   * Compares a person with the class.
   *
   * @param person mean embedding of one person
   * @return a score for each student, in the order of the class, in standard deviations above
   *     strangers
   */
  double[] scores(Embedding person);
}
