package org.rollcall.identity.cohort;

/**
 * The upper end of a distribution beyond what can be counted: a generalised Pareto distribution of
 * the excesses over a threshold, fitted by probability-weighted moments (Hosking and Wallis,
 * "Parameter and quantile estimation for the generalized Pareto distribution", 1987).
 *
 * <p>Scores have a greatest value, so their end is no heavier than an exponential one. Where a fit
 * says otherwise, some people are in a group twice; an exponential distribution is taken then.
 *
 * @param threshold the threshold
 * @param share share of values above it
 * @param scale of the excesses
 * @param shape ξ: 0 for an exponential end, below 0 for a lighter one
 */
record ParetoTail(double threshold, double share, double scale, double shape) {
  private static final double EXPONENTIAL = 1e-6;

  /**
   * Fits the end.
   *
   * @param falling all values, greatest first
   * @param share share of the values that belong to the end (0..1)
   */
  static ParetoTail of(double[] falling, double share) {
    int count = (int) (share * falling.length);
    double threshold = falling[count];
    double mean = 0;
    double weighted = 0;
    for (int i = 0; i < count; i++) {
      double excess = falling[i] - threshold;
      mean += excess / count;
      // The weight is the share of excesses that are greater.
      weighted += excess * i / (count - 1) / count;
    }
    double shape = 2 - mean / (mean - 2 * weighted);
    double scale = 2 * mean * weighted / (mean - 2 * weighted);
    return shape > 0
        ? new ParetoTail(threshold, share, mean, 0)
        : new ParetoTail(threshold, share, scale, shape);
  }

  /** {@return the value that a share of all values exceeds (0 &lt; rate &lt; share)} */
  double exceededBy(double rate) {
    double rest = rate / share;
    return Math.abs(shape) < EXPONENTIAL
        ? threshold - scale * Math.log(rest)
        : threshold + scale / shape * (Math.pow(rest, -shape) - 1);
  }
}
