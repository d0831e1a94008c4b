package org.rollcall.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How much more alike the people of a school are than the strangers of the {@link Cohort}, whose
 * faces came from the web. If they are more alike, the cohort's limits are too low, so a class
 * raises them according to its own enrolment: two students are two different people, so the scores
 * between their templates are impostor scores from exactly this population.
 *
 * <p>On the cohort's scale such scores have mean 0 and standard deviation 1. A class is small, so
 * only what chance hardly explains is counted: the lower ends of the one-sided 90 % confidence
 * intervals of mean and variance, for n/2 pairs among n students, since a student can be in only
 * one independent pair (for the variance, with the χ² quantile of Wilson and Hilferty, 1931). A
 * pair of look-alikes such as twins counts no more than the rarest pair of strangers. Limits are
 * never lowered.
 *
 * @param mean mean of the class's impostor scores, on the cohort's scale (0 or more)
 * @param deviation standard deviation of these scores (1 or more)
 */
record ClassCalibration(double mean, double deviation) {
  /** The 90 % quantile of the standard normal distribution. */
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

  /**
   * {@return the sample variance that this many scores of variance 1 exceed in one case out of ten}
   */
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
   * Returns the limit for the class.
   *
   * @param limit the limit of the cohort
   * @return the score that the same share of strangers from the class's population reaches; never
   *     below {@code limit}
   */
  double raise(double limit) {
    return Math.max(limit, mean + deviation * limit);
  }
}
