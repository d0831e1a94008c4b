package org.rollcall.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.rollcall.model.picture.Embedding;

/**
 * Generates strangers who do not exist but are distributed like those of a {@link Cohort}:
 * embeddings drawn from the normal distribution with its mean and covariance, and scaled to length
 * 1. Classifiers that need strangers are trained and calibrated on them, so that no real face has
 * to be kept.
 */
final class SyntheticImpostors {
  /**
   * Added to each variance, as a share of the mean variance: without it, a covariance estimated
   * from fewer people than there are coordinates has no Cholesky factor.
   */
  private static final double RIDGE = 1e-3;

  private final float[] mean;

  /** The Cholesky factor L of the covariance, Σ = LLᵀ, by rows up to and including the diagonal. */
  private final double[][] root;

  private final Random random;

  /**
   * Creates a generator.
   *
   * @param cohort the cohort whose distribution they follow
   * @param seed the same seed gives the same strangers
   */
  SyntheticImpostors(Cohort cohort, long seed) {
    this.mean = cohort.mean();
    this.root = root(cohort, mean.length);
    this.random = new Random(seed);
  }

  /**
   * Draws the next strangers.
   *
   * @param count how many
   * @return their embeddings
   */
  List<Embedding> draw(int count) {
    List<Embedding> strangers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      strangers.add(draw());
    }
    return strangers;
  }

  private Embedding draw() {
    double[] normal = new double[mean.length];
    Arrays.setAll(normal, i -> random.nextGaussian());
    float[] values = mean.clone();
    for (int row = 0; row < values.length; row++) {
      values[row] += (float) Cholesky.dot(root[row], normal, row + 1);
    }
    return Embedding.normalised(values);
  }

  private static double[][] root(Cohort cohort, int size) {
    double ridge = 0;
    for (int i = 0; i < size; i++) {
      ridge += RIDGE / size * cohort.covariance(i, i);
    }
    double[][] lower = new double[size][];
    for (int row = 0; row < size; row++) {
      lower[row] = new double[row + 1];
      for (int column = 0; column <= row; column++) {
        lower[row][column] = cohort.covariance(row, column);
      }
      lower[row][row] += ridge;
    }
    return Cholesky.factor(lower);
  }
}
