package org.rollcall.identity.cohort;

/** Cholesky decomposition: the lower triangular matrix L with A = LLᵀ. */
final class Cholesky {
  private Cholesky() {}

  /**
   * Decomposes a symmetric positive definite matrix in place.
   *
   * @param lower A by rows, each up to and including the diagonal; overwritten with L
   * @return L, the same array
   */
  static double[][] factor(double[][] lower) {
    for (int i = 0; i < lower.length; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = lower[i][j] - dot(lower[i], lower[j], j);
        lower[i][j] = i == j ? Math.sqrt(rest) : rest / lower[j][j];
      }
    }
    return lower;
  }

  /** {@return L⁻¹ by rows, each up to and including the diagonal} */
  static double[][] invert(double[][] lower) {
    double[][] inverse = new double[lower.length][];
    for (int i = 0; i < lower.length; i++) {
      double[] row = new double[i + 1];
      for (int k = 0; k < i; k++) {
        subtract(row, lower[i][k], inverse[k]);
      }
      row[i] = 1;
      for (int j = 0; j <= i; j++) {
        row[j] /= lower[i][i];
      }
      inverse[i] = row;
    }
    return inverse;
  }

  /** Subtracts a multiple of a shorter row. */
  private static void subtract(double[] row, double factor, double[] other) {
    for (int j = 0; j < other.length; j++) {
      row[j] -= factor * other[j];
    }
  }

  /** {@return the dot product of the first {@code length} elements of both arrays} */
  static double dot(double[] one, double[] other, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
