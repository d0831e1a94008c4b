package org.rollcall.face.convert;

/**
 * The trained parameters of a batch normalisation, each with one number per channel.
 *
 * @param gamma factor after normalising
 * @param beta added after that
 * @param mean of the channel
 * @param variance of the channel
 * @param epsilon added to the variance
 */
@SuppressWarnings("ArrayRecordComponent") // carries numbers, is never compared
record BatchNorm(float[] gamma, float[] beta, float[] mean, float[] variance, double epsilon) {
  /** {@return a layer folded with this batch norm, which follows it} */
  LinearLayer after(LinearLayer layer) {
    float[] factors = new float[beta.length];
    float[] shifts = new float[beta.length];
    for (int channel = 0; channel < beta.length; channel++) {
      double factor = gamma[channel] / Math.sqrt(variance[channel] + epsilon);
      factors[channel] = (float) factor;
      shifts[channel] = (float) (beta[channel] - mean[channel] * factor);
    }
    return layer.then(factors, shifts);
  }
}
