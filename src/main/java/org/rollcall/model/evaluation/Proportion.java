package org.rollcall.model.evaluation;

/**
 * A share that was counted, with the bounds within which the true one lies with 95 % confidence:
 * the score interval of Wilson, "Probable inference, the law of succession, and statistical
 * inference", Journal of the American Statistical Association 22 (1927). It holds for few trials as
 * well, and for none or all of them being hits.
 *
 * @param hits how many trials count; a half for each that counts half (0 to trials)
 * @param trials how many there were (0 or more)
 */
public record Proportion(double hits, int trials) {
  /** Quantile 0.975 of the normal distribution. */
  private static final double Z = 1.959964;

  /**
   * Checks the counts.
   *
   * @throws IllegalArgumentException if there are more hits than trials, or fewer than none
   */
  public Proportion {
    if (!(hits >= 0 && hits <= trials)) {
      throw new IllegalArgumentException("%s hits in %d trials".formatted(hits, trials));
    }
  }

  /** {@return the share that was counted, 0..1; 0 without trials} */
  public double share() {
    return trials == 0 ? 0 : hits / trials;
  }

  /** {@return the true share is hardly smaller; 0 without trials} */
  public double lower() {
    return trials == 0 ? 0 : Math.max(0, middle() - reach());
  }

  /** {@return the true share is hardly larger; 1 without trials} */
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
