package org.rollcall.identity;

import org.rollcall.identity.cohort.Cohort;
import org.rollcall.model.picture.Embedding;

/** Scores of a linear classifier on whitened embeddings, as trained by a {@link LinearTrainer}. */
final class LinearScores implements RawScores {
  private final float[][] weights;
  private final int students;
  private final Cohort cohort;

  /**
   * Creates the scores from trained weights.
   *
   * @param weights the weights of each class, followed by its bias
   * @param students number of leading classes that are students
   * @param cohort whitens embeddings in the same way as the training examples
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
