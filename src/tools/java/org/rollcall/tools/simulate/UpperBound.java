package org.rollcall.tools.simulate;

/** How large a probability may be, after something happened so many times. */
final class UpperBound {
  private static final double DOUBT = 0.05;
  private static final int HALVINGS = 60;

  private UpperBound() {}

  /**
   * The upper 95 % bound after Clopper and Pearson ("The use of confidence or fiducial limits
   * illustrated in the case of the binomial", 1934): with a larger probability, so few cases would
   * come out less than once in twenty times. It takes the trials as independent.
   *
   * @param cases how often it happened
   * @param trials how often it could have happened (> 0)
   * @return the bound, 0..1
   */
  static double of(int cases, int trials) {
    if (cases == trials) {
      return 1;
    }
    double low = (double) cases / trials;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (atMost(cases, trials, middle) > DOUBT) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** {@return probability of so many cases or fewer} */
  private static double atMost(int cases, int trials, double probability) {
    double sum = 0;
    double logTerm = trials * Math.log1p(-probability);
    double logOdds = Math.log(probability) - Math.log1p(-probability);
    for (int i = 0; i <= cases; i++) {
      sum += Math.exp(logTerm);
      logTerm += Math.log(trials - i) - Math.log(i + 1) + logOdds;
    }
    return sum;
  }
}
