package org.rollcall.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.rollcall.model.Embedding;

/**
 * Strangers who do not exist, spread as those of a {@link Cohort}: drawn from the normal
 * distribution with its mean and covariance, and scaled to length 1. Classifiers that have to be
 * shown strangers learn and are measured on them; nobody's face is kept for it.
 */
final class MadeStrangers {
  /**
   * Added to each variance, as a share of their mean: a covariance that was counted on fewer people
   * than there are coordinates has no root without it.
   */
  private static final float RIDGE = 1e-3f;

  private final float[] mean;

  /** The root of the covariance: Σ = LLᵀ, column after column of L. */
  private final float[][] columns;

  private final Random random;

  /**
   * Prepares to draw.
   *
   * @param cohort whom they shall be like
   * @param seed the same seed gives the same strangers
   */
  MadeStrangers(Cohort cohort, long seed) {
    this.mean = cohort.mean();
    this.columns = cholesky(cohort, mean.length);
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
    float[] values = mean.clone();
    for (int column = 0; column < columns.length; column++) {
      float[] root = columns[column];
      float factor = (float) random.nextGaussian();
      for (int row = column; row < values.length; row++) {
        values[row] += factor * root[row];
      }
    }
    return Embedding.normalized(values);
  }

  /** The decomposition of Cholesky, each column taken out of all later ones at once. */
  private static float[][] cholesky(Cohort cohort, int size) {
    float[][] columns = new float[size][size];
    float ridge = 0;
    for (int i = 0; i < size; i++) {
      ridge += RIDGE / size * cohort.covariance(i, i);
    }
    for (int column = 0; column < size; column++) {
      for (int row = column; row < size; row++) {
        columns[column][row] = cohort.covariance(row, column);
      }
      columns[column][column] += ridge;
    }
    for (int column = 0; column < size; column++) {
      float[] root = columns[column];
      float scale = (float) (1 / Math.sqrt(root[column]));
      for (int row = column; row < size; row++) {
        root[row] *= scale;
      }
      for (int later = column + 1; later < size; later++) {
        float[] rest = columns[later];
        for (int row = later; row < size; row++) {
          rest[row] -= root[later] * root[row];
        }
      }
    }
    return columns;
  }
}
