package org.rollcall.identity.cohort;

/**
 * Whitens embeddings so that similar people scatter equally in all directions. In directions in
 * which all faces vary anyway, as with light or distance, a difference says little about identity;
 * after whitening it counts less.
 *
 * <p>The covariance of some hundred people is uncertain in most directions, so it is first shrunk
 * towards a multiple of the identity matrix (Ledoit and Wolf, "A well-conditioned estimator for
 * large-dimensional covariance matrices", 2004). With the shrunk covariance Σ' and its Cholesky
 * factor L, Σ' = LLᵀ, the whitened vector is L⁻¹x. Σ' is scaled to a mean variance of 1.
 */
final class Whitening {
  /** Share of the identity matrix in the shrunk covariance. */
  private static final double SHRINKAGE = 0.85;

  /** L⁻¹ by rows, each up to and including the diagonal. */
  private final double[][] inverse;

  /** The same by columns: 0 above the diagonal. */
  private final double[][] columns;

  private final double variance;

  /** Variance of strangers' cosines with a direction in which Σ' is only the identity part. */
  private final double scale;

  /**
   * Computes the whitening.
   *
   * @param covariance Σ in row-major order
   * @param dimension number of coordinates
   */
  Whitening(float[] covariance, int dimension) {
    this.variance = meanVariance(covariance, dimension);
    double[][] shrunk = new double[dimension][];
    for (int i = 0; i < dimension; i++) {
      shrunk[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        shrunk[i][j] = (1 - SHRINKAGE) * covariance[i * dimension + j] / variance;
      }
      shrunk[i][i] += SHRINKAGE;
    }
    this.inverse = Cholesky.invert(Cholesky.factor(shrunk));
    this.columns = new double[dimension][dimension];
    double remaining = 0;
    for (int row = 0; row < dimension; row++) {
      remaining += 1 - SHRINKAGE * Cholesky.dot(inverse[row], inverse[row], row + 1);
      for (int column = 0; column <= row; column++) {
        columns[column][row] = inverse[row][column];
      }
    }
    this.scale = 1 / remaining;
  }

  private static double meanVariance(float[] covariance, int dimension) {
    double variance = 0;
    for (int i = 0; i < dimension; i++) {
      variance += covariance[i * dimension + i] / dimension;
    }
    return variance;
  }

  /** {@return the mean variance of a coordinate before whitening} */
  double variance() {
    return variance;
  }

  /** {@return L⁻¹x} */
  double[] apply(float... vector) {
    double[] whitened = new double[vector.length];
    for (int column = 0; column < vector.length; column++) {
      double[] below = columns[column];
      double value = vector[column];
      // Column by column: such a loop is vectorised, the sum of a row is not.
      for (int row = column; row < whitened.length; row++) {
        whitened[row] += value * below[row];
      }
    }
    return whitened;
  }

  /**
   * Returns the spread of strangers' cosines with a whitened direction. Their whitened covariance
   * is L⁻¹ΣL⁻ᵀ, a multiple of I − λL⁻¹L⁻ᵀ; slight differences in their lengths are neglected.
   *
   * @param whitened a direction w of length 1
   * @return standard deviation of the cosine, √(wᵀL⁻¹ΣL⁻ᵀw / tr L⁻¹ΣL⁻ᵀ)
   */
  double deviation(float... whitened) {
    double[] back = new double[whitened.length];
    for (int i = 0; i < whitened.length; i++) {
      double[] row = inverse[i];
      for (int j = 0; j <= i; j++) {
        back[j] += row[j] * whitened[i];
      }
    }
    return Math.sqrt(Math.max(0, scale * (1 - SHRINKAGE * Cholesky.dot(back, back, back.length))));
  }
}
