package org.rollcall.identity;

import org.rollcall.model.Embedding;

/** Weighted sums of the coordinates, as a {@link LinearTrainer} gives them. */
final class LinearScores implements RawScores {
  private final float[][] weights;
  private final int students;

  /**
   * Takes what was trained.
   *
   * @param weights for each class its weights, and the constant behind them
   * @param students how many of the classes, the first ones, are students
   */
  LinearScores(float[][] weights, int students) {
    this.weights = weights;
    this.students = students;
  }

  @Override
  public double[] of(Embedding person) {
    float[] values = person.values();
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
