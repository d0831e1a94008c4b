package org.rollcall.face.pack;

/**
 * A PReLU as a sum: {@code sign × PReLU = straight + ReLU(bent)}, where both terms are sums of the
 * channels that go in.
 *
 * <p>With a slope a up to 1: {@code a·x + ReLU((1 − a)·x)}. Above 1 the bend is downwards, so that
 * its negative is made: {@code −a·x + ReLU((a − 1)·x)}.
 *
 * @param straight [channels, padded] × [channels in]
 * @param bent [channels, padded] × [channels in]
 * @param mix [channels] × [channels, padded]: takes the sign and the padding off again
 */
record Bend(Matrix straight, Matrix bent, Matrix mix) {
  /** oneDNN's kernels take this many channels at a time. */
  private static final int CHANNEL_BLOCK = 16;

  /** A PReLU of plain channels. */
  static Bend ofPlain(float... slopes) {
    return of(slopes, slopes.length);
  }

  /** A PReLU that comes after a maximum over what {@link #spread} gives. */
  static Bend ofPooled(float... slopes) {
    Bend bend = of(slopes, spread(slopes).rows());
    int second = slopes.length;
    for (int channel = 0; channel < slopes.length; channel++) {
      if (slopes[channel] < 0) {
        // max(x, y) = y + ReLU(x − y)
        bend.straight.set(channel, channel, 0);
        bend.straight.set(channel, second, 1);
        bend.bent.set(channel, channel, 1);
        bend.bent.set(channel, second, -1);
        second++;
      }
    }
    return bend;
  }

  private static Bend of(float[] slopes, int inputs) {
    int padded = padded(slopes.length);
    Bend bend =
        new Bend(
            new Matrix(padded, inputs),
            new Matrix(padded, inputs),
            new Matrix(slopes.length, padded));
    for (int channel = 0; channel < slopes.length; channel++) {
      float slope = slopes[channel];
      float sign = slope > 1 ? -1 : 1;
      bend.straight.set(channel, channel, sign * slope);
      bend.bent.set(channel, channel, sign * (1 - slope));
      bend.mix.set(channel, channel, sign);
    }
    return bend;
  }

  /**
   * What has to be pooled so that a PReLU can follow: each channel, then slope × channel for those
   * with a negative slope, then padding.
   *
   * @return [channels out] × [channels]
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

  /** {@return the part of a PReLU that is proportional to x, for each channel} */
  static Matrix straight(float... slopes) {
    return Matrix.diagonal(slopes);
  }

  /** {@return the part of a PReLU that is proportional to ReLU(x), for each channel} */
  static Matrix bent(float... slopes) {
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
