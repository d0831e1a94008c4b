package org.rollcall.identity;

import org.rollcall.model.picture.Embedding;

/**
 * Turns embeddings so that strangers scatter alike in all directions. Where all faces differ
 * anyway, as they do by light, distance or sex, a difference says little about who it is; after
 * whitening it counts less.
 *
 * <p>The covariance of a few hundred strangers is uncertain in most of its directions, so it is
 * drawn towards a multiple of the identity first (Ledoit and Wolf, "A well-conditioned estimator
 * for large-dimensional covariance matrices", 2004). With Σ' the shrunk covariance and L its
 * Cholesky factor, Σ' = LLᵀ, the whitened embedding is L⁻¹(x − μ), scaled to length 1.
 */
final class Whitening {
  /** Share of the identity in the shrunk covariance. */
  private static final double SHRINKAGE = 0.85;

  private final float[] mean;

  /** L⁻¹, row after row, of each row the part up to the diagonal. */
  private final double[][] inverse;

  /** Variance of the cosine of strangers with a direction in which Σ' is all identity. */
  private final double scale;

  /**
   * Learns the scatter of strangers.
   *
   * @param mean μ of their embeddings
   * @param covariance Σ, row after row
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

  /** {@return the embedding in the space in which strangers scatter alike, around zero} */
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
    return Embedding.normalized(whitened);
  }

  /**
   * How much the cosines of strangers with a whitened embedding scatter. Their whitened covariance
   * is L⁻¹ΣL⁻ᵀ, which is a multiple of I − λL⁻¹L⁻ᵀ; that their lengths differ a little is left out.
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
