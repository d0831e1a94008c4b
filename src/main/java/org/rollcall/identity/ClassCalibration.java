package org.rollcall.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How much more alike the people of a school are than the strangers of the {@link Cohort}, whose
 * faces came from the web. Where they are, the cohort would set the limits too low, so the limits
 * of a class are raised by what its own enrolment shows: two students are two people, hence the
 * scores of their templates against each other are scores of strangers from just this population.
 *
 * <p>In the cohort's unit such scores have mean 0 and deviation 1. A class is small, so it counts
 * only what chance hardly explains: the lower ends of the one-sided 90 % confidence intervals of
 * mean and variance, as of n/2 pairs for n students, since a student can be in one independent pair
 * only (for the variance with the quantile of χ² by Wilson and Hilferty, 1931). A pair of
 * look-alikes, as twins are, counts no more than the rarest pair of strangers. Limits are only ever
 * raised.
 *
 * @param mean how far above the strangers of the cohort those of the class are (0 or more)
 * @param deviation how far they scatter (1 or more)
 */
record ClassCalibration(double mean, double deviation) {
  /** Quantile of the normal distribution at 90 %. */
  private static final double CONFIDENCE = 1.2816;

  private static final ClassCalibration NONE = new ClassCalibration(0, 1);

  static ClassCalibration of(List<Template> templates, Cohort cohort) {
    if (templates.size() < 2) {
      return NONE;
    }
    double[] scores = impostorScores(templates, cohort);
    double mean = Arrays.stream(scores).average().orElseThrow();
    double variance =
        Arrays.stream(scores).map(score -> (score - mean) * (score - mean)).average().orElseThrow();
    double pairs = templates.size() / 2.0;
    double error = Math.sqrt(Math.max(1, variance) / pairs);
    return new ClassCalibration(
        Math.max(0, mean - CONFIDENCE * error),
        Math.sqrt(Math.max(1, variance / varianceByChance(pairs))));
  }

  /** {@return the variance that so many scores of variance 1 exceed in one case of ten} */
  private static double varianceByChance(double pairs) {
    double error = 2 / (9 * pairs);
    return Math.pow(1 - error + CONFIDENCE * Math.sqrt(error), 3);
  }

  /** {@return the score of each pair of students} */
  private static double[] impostorScores(List<Template> templates, Cohort cohort) {
    double highest = cohort.limit(PhotoCheck.LOOK_ALIKE_RATE);
    List<Cohort.Measured> students =
        templates.stream().map(template -> cohort.measure(template.mean())).toList();
    List<Double> scores = new ArrayList<>();
    for (int i = 0; i < students.size(); i++) {
      for (int j = i + 1; j < students.size(); j++) {
        scores.add(Math.min(highest, students.get(i).score(students.get(j))));
      }
    }
    return scores.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * The limit for the class.
   *
   * @param limit that of the cohort
   * @return the score that as many strangers from the population of the class reach
   */
  double raise(double limit) {
    return Math.max(limit, mean + deviation * limit);
  }
}
