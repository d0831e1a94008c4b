package org.rollcall.identity;

import org.rollcall.model.picture.Embedding;

/**
 * Whitens embeddings so that strangers scatter equally in all directions. In directions in which
 * all faces vary anyway, as with light, distance or sex, a difference says little about identity;
 * after whitening it counts less.
 *
 * <p>The covariance of a few hundred strangers is uncertain in most directions, so it is first
 * shrunk towards a multiple of the identity matrix (Ledoit and Wolf, "A well-conditioned estimator
 * for large-dimensional covariance matrices", 2004). With the shrunk covariance Σ' and its Cholesky
 * factor L, Σ' = LLᵀ, the whitened embedding is L⁻¹(x − μ), scaled to length 1.
 */
final class Whitening {
  /** Share of the identity matrix in the shrunk covariance. */
  private static final double SHRINKAGE = 0.85;

  private final float[] mean;

  /** L⁻¹ by rows, each up to and including the diagonal. */
  private final double[][] inverse;

  /** Variance of strangers' cosines with a direction in which Σ' is only the identity part. */
  private final double scale;

  /**
   * Computes the whitening from the statistics of strangers.
   *
   * @param mean μ of their embeddings
   * @param covariance Σ in row-major order
   */
  Whitening(float[] mean, float[] covariance) {
    this.mean = mean;
    int dimension = mean.length;
    double variance = 0;
    for (int i = 0; i < dimension; i++) {
      variance += covariance[i * dimension + i] / dimension;
    }
    double[][] shrunk = new double[dimension][];
    for (int i = 0; i < dimension; i++) {
      shrunk[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        shrunk[i][j] = (1 - SHRINKAGE) * covariance[i * dimension + j] / variance;
      }
      shrunk[i][i] += SHRINKAGE;
    }
    this.inverse = Cholesky.invert(Cholesky.factor(shrunk));
    double remaining = 0;
    for (double[] row : inverse) {
      remaining += 1 - SHRINKAGE * Cholesky.dot(row, row, row.length);
    }
    this.scale = 1 / remaining;
  }

  /**
   * {@return the embedding in the space in which strangers scatter equally in all directions around
   * zero}
   */
  Embedding apply(Embedding embedding) {
    float[] values = embedding.values();
    double[] centred = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      centred[i] = values[i] - mean[i];
    }
    float[] whitened = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      whitened[i] = (float) Cholesky.dot(inverse[i], centred, i + 1);
    }
    return Embedding.normalised(whitened);
  }

  /**
   * Returns the spread of strangers' cosines with a whitened embedding. Their whitened covariance
   * is L⁻¹ΣL⁻ᵀ, a multiple of I − λL⁻¹L⁻ᵀ; slight differences in their lengths are neglected.
   *
   * @param whitened the embedding w
   * @return standard deviation of the cosine, √(wᵀL⁻¹ΣL⁻ᵀw / tr L⁻¹ΣL⁻ᵀ)
   */
  double deviation(Embedding whitened) {
    float[] values = whitened.values();
    double[] back = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double[] row = inverse[i];
      for (int j = 0; j <= i; j++) {
        back[j] += row[j] * values[i];
      }
    }
    return Math.sqrt(Math.max(0, scale * (1 - SHRINKAGE * Cholesky.dot(back, back, back.length))));
  }
}
