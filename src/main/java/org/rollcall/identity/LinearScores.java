package org.rollcall.identity;

import org.rollcall.model.picture.Embedding;

/**
 * Weighted sums of the coordinates of whitened embeddings, as a {@link LinearTrainer} gives them.
 */
final class LinearScores implements RawScores {
  private final float[][] weights;
  private final int students;
  private final Cohort cohort;

  /**
   * Takes what was trained.
   *
   * @param weights for each class its weights, and the constant behind them
   * @param students how many of the classes, the first ones, are students
   * @param cohort whitens embeddings, as those were that it was trained on
   */
  LinearScores(float[][] weights, int students, Cohort cohort) {
    this.weights = weights;
    this.students = students;
    this.cohort = cohort;
  }

  @Override
  public double[] of(Embedding person) {
    float[] values = cohort.whiten(person).values();
    double[] sums = new double[students];
    for (int student = 0; student < students; student++) {
      sums[student] = sum(weights[student], values);
    }
    return sums;
  }

  private static double sum(float[] row, float[] values) {
    double sum = row[values.length];
    for (int i = 0; i < values.length; i++) {
      sum += (double) row[i] * values[i];
    }
    return sum;
  }
}
