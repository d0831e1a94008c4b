package org.rollcall.identity;

/** Trains linear classifiers: for each class, a weighted sum of the coordinates plus a bias. */
public interface LinearTrainer {
  /**
   * Trains a classifier. The same examples always give the same classifier.
   *
   * @param examples coordinates of each example (all of the same length; not empty)
   * @param classes class of each example (numbered from 0, without gaps)
   * @return the weights of each class, followed by its bias
   */
  float[][] train(float[][] examples, int[] classes);
}
