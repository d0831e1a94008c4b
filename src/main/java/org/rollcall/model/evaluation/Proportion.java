package org.rollcall.model.evaluation;

/**
 * A measured proportion with its 95 % confidence interval: Wilson's score interval ("Probable
 * inference, the law of succession, and statistical inference", Journal of the American Statistical
 * Association 22, 1927). It remains valid for few trials, and when none or all of them are hits.
 *
 * @param hits number of hits; a trial that counts half adds 0.5 (0 to trials)
 * @param trials number of trials (0 or more)
 */
public record Proportion(double hits, int trials) {
  /** The 0.975 quantile of the standard normal distribution. */
  private static final double Z = 1.959964;

  /**
   * Checks that the counts are consistent.
   *
   * @throws IllegalArgumentException if hits are negative or exceed the trials
   */
  public Proportion {
    if (!(hits >= 0 && hits <= trials)) {
      throw new IllegalArgumentException("%s hits in %d trials".formatted(hits, trials));
    }
  }

  /** {@return the measured share, 0..1; 0 without trials} */
  public double share() {
    return trials == 0 ? 0 : hits / trials;
  }

  /** {@return lower bound of the confidence interval; 0 without trials} */
  public double lower() {
    return trials == 0 ? 0 : Math.max(0, middle() - reach());
  }

  /** {@return upper bound of the confidence interval; 1 without trials} */
  public double upper() {
    return trials == 0 ? 1 : Math.min(1, middle() + reach());
  }

  private double middle() {
    return (hits + Z * Z / 2) / (trials + Z * Z);
  }

  private double reach() {
    double share = share();
    return Z / (trials + Z * Z) * Math.sqrt(trials * share * (1 - share) + Z * Z / 4);
  }
}
