package org.rollcall.face.convert;

/**
 * Splits a PReLU into a linear part and a ReLU: {@code sign × PReLU = linear + ReLU(rectified)},
 * where both terms are linear in the input channels.
 *
 * <p>With a slope a up to 1: {@code a·x + ReLU((1 − a)·x)}. Above 1 the PReLU is concave, so its
 * negative is built: {@code −a·x + ReLU((a − 1)·x)}.
 *
 * @param linear [padded channels] × [input channels]
 * @param rectified [padded channels] × [input channels]
 * @param mix [channels] × [padded channels]: undoes the sign and the padding
 */
record PreluSplit(Matrix linear, Matrix rectified, Matrix mix) {
  /** oneDNN's kernels process this many channels at a time. */
  private static final int CHANNEL_BLOCK = 16;

  /** {@return the split of a PReLU on plain channels} */
  static PreluSplit ofPlain(float... slopes) {
    return of(slopes, slopes.length);
  }

  /** {@return the split of a PReLU after max pooling over the output of {@link #spread}} */
  static PreluSplit ofPooled(float... slopes) {
    PreluSplit split = of(slopes, spread(slopes).rows());
    int second = slopes.length;
    for (int channel = 0; channel < slopes.length; channel++) {
      if (slopes[channel] < 0) {
        // max(x, y) = y + ReLU(x − y)
        split.linear.set(channel, channel, 0);
        split.linear.set(channel, second, 1);
        split.rectified.set(channel, channel, 1);
        split.rectified.set(channel, second, -1);
        second++;
      }
    }
    return split;
  }

  private static PreluSplit of(float[] slopes, int inputs) {
    int padded = padded(slopes.length);
    PreluSplit split =
        new PreluSplit(
            new Matrix(padded, inputs),
            new Matrix(padded, inputs),
            new Matrix(slopes.length, padded));
    for (int channel = 0; channel < slopes.length; channel++) {
      float slope = slopes[channel];
      float sign = slope > 1 ? -1 : 1;
      split.linear.set(channel, channel, sign * slope);
      split.rectified.set(channel, channel, sign * (1 - slope));
      split.mix.set(channel, channel, sign);
    }
    return split;
  }

  /**
   * The channels to pool if a PReLU follows: each channel, then slope × channel for those with a
   * negative slope, then padding.
   *
   * @return [output channels] × [channels]
   */
  static Matrix spread(float... slopes) {
    int negative = 0;
    for (float slope : slopes) {
      negative += slope < 0 ? 1 : 0;
    }
    Matrix spread = new Matrix(padded(slopes.length + negative), slopes.length);
    int second = slopes.length;
    for (int channel = 0; channel < slopes.length; channel++) {
      spread.set(channel, channel, 1);
      if (slopes[channel] < 0) {
        spread.set(second, channel, slopes[channel]);
        second++;
      }
    }
    return spread;
  }

  /** {@return the factor of x in a PReLU, for each channel} */
  static Matrix linear(float... slopes) {
    return Matrix.diagonal(slopes);
  }

  /** {@return the factor of ReLU(x) in a PReLU, for each channel} */
  static Matrix rectified(float... slopes) {
    float[] factors = new float[slopes.length];
    for (int channel = 0; channel < slopes.length; channel++) {
      factors[channel] = 1 - slopes[channel];
    }
    return Matrix.diagonal(factors);
  }

  private static int padded(int channels) {
    return (channels + CHANNEL_BLOCK - 1) / CHANNEL_BLOCK * CHANNEL_BLOCK;
  }
}
