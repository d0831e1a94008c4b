package org.rollcall.identity;

/** Trains a linear classifier: for each class a weighted sum of the coordinates and a constant. */
public interface LinearTrainer {
  /**
   * Trains one. The same examples give the same classifier.
   *
   * @param examples coordinates of each example (all of one length; not empty)
   * @param classes the class of each example (0 or more, without gaps)
   * @return for each class its weights, and the constant behind them
   */
  float[][] train(float[][] examples, int[] classes);
}
