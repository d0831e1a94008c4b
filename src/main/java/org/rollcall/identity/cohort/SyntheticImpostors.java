package org.rollcall.identity.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.rollcall.model.picture.Embedding;

/**
 * Generates strangers who do not exist but resemble the people of a class as others of their
 * regions and ages do: embeddings drawn from the normal distributions of the groups of a {@link
 * Cohort}, each as often as the class has people of the group, and scaled to length 1. Classifiers
 * that need strangers are trained and calibrated on them, so that no real face has to be kept.
 */
public final class SyntheticImpostors {
  /**
   * Added to each variance, as a share of the mean variance: without it, a covariance estimated
   * from fewer people than there are coordinates has no Cholesky factor.
   */
  private static final double RIDGE = 1e-3;

  private final List<double[]> means;

  /** Share of the strangers who belong to each group or one before it. */
  private final double[] cumulative;

  /** The Cholesky factor L of the covariance, Σ = LLᵀ, by rows up to and including the diagonal. */
  private final double[][] root;

  private final Random random;

  /**
   * Creates a generator.
   *
   * @param cohort the cohort as seen from the class
   * @param students an embedding of each student
   * @param seed the same seed gives the same strangers
   */
  public SyntheticImpostors(Cohort cohort, List<Embedding> students, long seed) {
    this.means = cohort.population().means();
    this.cumulative = cumulative(cohort.population(), students);
    this.root = root(cohort, means.get(0).length);
    this.random = new Random(seed);
  }

  private static double[] cumulative(Population population, List<Embedding> students) {
    double[] shares = new double[population.means().size()];
    for (Embedding student : students) {
      double[] own = population.place(student).shares();
      for (int group = 0; group < shares.length; group++) {
        shares[group] += own[group] / students.size();
      }
    }
    Arrays.parallelPrefix(shares, Double::sum);
    return shares;
  }

  /**
   * Draws the next strangers.
   *
   * @param count how many
   * @return their embeddings
   */
  public List<Embedding> draw(int count) {
    List<Embedding> strangers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      strangers.add(draw());
    }
    return strangers;
  }

  private Embedding draw() {
    double[] normal = new double[root.length];
    Arrays.setAll(normal, i -> random.nextGaussian());
    double[] mean = means.get(group(random.nextDouble()));
    float[] values = new float[mean.length];
    for (int row = 0; row < values.length; row++) {
      values[row] = (float) (mean[row] + Cholesky.dot(root[row], normal, row + 1));
    }
    return Embedding.normalised(values);
  }

  private int group(double share) {
    int group = 0;
    while (group < cumulative.length - 1 && cumulative[group] < share) {
      group++;
    }
    return group;
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
