package org.rollcall.identity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.rollcall.model.picture.Embedding;

/**
 * Brings scores of any kind to the unit of the nearest template.
 *
 * <p>Each student's scores are first put in standard deviations above what strangers get for just
 * this student, for some students are like many others. What share of strangers exceeds a number of
 * them differs from one kind of score to the next; so the score at which a share of made strangers
 * ends is then given the value at which the same share of the same strangers ends with the nearest
 * template (equipercentile equating, as tests of different difficulty are made comparable: Kolen
 * and Brennan, "Test Equating, Scaling, and Linking"). Where the limits of the cohort were counted
 * on more strangers than can be made here, they hold for all classifiers alike.
 */
final class CalibratedClassifier implements Classifier {
  /** The shares that are equated; between and beyond them by straight lines. */
  private static final double[] RATES = {0.5, 0.1, 0.01, 0.001};

  private final RawScores raw;
  private final double[] means;
  private final double[] deviations;
  private final double[] ownEnds;
  private final double[] templateEnds;

  /**
   * Calibrates.
   *
   * @param raw the scores of a classifier
   * @param template the nearest template for the same class
   * @param strangers people that neither has seen before
   */
  CalibratedClassifier(RawScores raw, Classifier template, List<Embedding> strangers) {
    this.raw = raw;
    double[][] own = strangers.stream().map(raw::of).toArray(double[][]::new);
    int students = own[0].length;
    this.means = new double[students];
    this.deviations = new double[students];
    for (int s = 0; s < students; s++) {
      int student = s;
      double[] scores = Arrays.stream(own).mapToDouble(row -> row[student]).toArray();
      means[s] = Arrays.stream(scores).average().orElseThrow();
      double variance =
          Arrays.stream(scores)
              .map(score -> score - means[student])
              .map(d -> d * d)
              .average()
              .orElseThrow();
      deviations[s] = Math.sqrt(Math.max(variance, 1e-12));
    }
    this.ownEnds = ends(Arrays.stream(own).map(this::standardised));
    this.templateEnds = ends(strangers.stream().map(template::scores));
  }

  @Override
  public double[] scores(Embedding person) {
    return Arrays.stream(standardised(raw.of(person))).map(this::equated).toArray();
  }

  private double[] standardised(double[] scores) {
    double[] standardised = new double[scores.length];
    for (int s = 0; s < scores.length; s++) {
      standardised[s] = (scores[s] - means[s]) / deviations[s];
    }
    return standardised;
  }

  private double equated(double score) {
    int next = 1;
    while (next < RATES.length - 1 && ownEnds[next] < score) {
      next++;
    }
    double share = (score - ownEnds[next - 1]) / (ownEnds[next] - ownEnds[next - 1]);
    return templateEnds[next - 1] + share * (templateEnds[next] - templateEnds[next - 1]);
  }

  /** {@return the scores that the shares of strangers reach} */
  private static double[] ends(Stream<double[]> scores) {
    double[] sorted = scores.flatMapToDouble(Arrays::stream).sorted().toArray();
    return Arrays.stream(RATES)
        .map(rate -> sorted[(int) ((1 - rate) * (sorted.length - 1))])
        .toArray();
  }
}
