package org.rollcall.face.pack;

/** A batch norm as it is after training: {@code factor × x + shift} for each channel. */
final class BatchNorm {
  private final float[] factors;
  private final float[] shifts;

  /**
   * Takes the trained numbers of each channel.
   *
   * @param gamma factor after normalising
   * @param beta added after that
   * @param mean of the channel
   * @param variance of the channel
   * @param epsilon added to the variance
   */
  BatchNorm(float[] gamma, float[] beta, float[] mean, float[] variance, double epsilon) {
    factors = new float[beta.length];
    shifts = new float[beta.length];
    for (int channel = 0; channel < beta.length; channel++) {
      double factor = gamma[channel] / Math.sqrt(variance[channel] + epsilon);
      factors[channel] = (float) factor;
      shifts[channel] = (float) (beta[channel] - mean[channel] * factor);
    }
  }

  /** {@return a layer and this batch norm in one} */
  Linear after(Linear layer) {
    return layer.then(factors, shifts);
  }
}
