package org.rollcall.identity;

import org.rollcall.model.picture.Embedding;

/**
 * Says how much somebody is like each student of a class.
 *
 * <p>All classifiers speak in one unit, so that one limit refuses strangers whichever is in use:
 * standard deviations above strangers, as {@link Cohort} counts them. A share of the strangers that
 * reaches a score with one classifier reaches it with each.
 *
 * <p>Immutable, for any thread.
 */
interface Classifier {
  /**
   * Compares somebody with the class.
   *
   * @param person mean embedding of what was seen of one person
   * @return for each student, in the order of the class, the score in standard deviations above
   *     strangers
   */
  double[] scores(Embedding person);
}
