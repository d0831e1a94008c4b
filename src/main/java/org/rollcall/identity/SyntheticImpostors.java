package org.rollcall.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.rollcall.model.picture.Embedding;

/**
 * Strangers who do not exist, spread as those of a {@link Cohort}: drawn from the normal
 * distribution with its mean and covariance, and scaled to length 1. Classifiers that have to be
 * shown strangers learn and are measured on them; nobody's face is kept for it.
 */
final class SyntheticImpostors {
  /**
   * Added to each variance, as a share of their mean: a covariance that was counted on fewer people
   * than there are coordinates has no root without it.
   */
  private static final double RIDGE = 1e-3;

  private final float[] mean;

  /** The root of the covariance: Σ = LLᵀ, of each row the part up to the diagonal. */
  private final double[][] root;

  private final Random random;

  /**
   * Prepares to draw.
   *
   * @param cohort whom they shall be like
   * @param seed the same seed gives the same strangers
   */
  SyntheticImpostors(Cohort cohort, long seed) {
    this.mean = cohort.mean();
    this.root = root(cohort, mean.length);
    this.random = new Random(seed);
  }

  /**
   * Draws some more.
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
    return Embedding.normalized(values);
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
