package org.rollcall.identity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.rollcall.model.picture.Embedding;

/**
 * A classifier that converts scores of any kind to the scale of {@link NearestTemplate}.
 *
 * <p>First, each student's scores are expressed in standard deviations above the scores of
 * strangers for that very student, since some students resemble many other people. The share of
 * strangers above a given number of deviations still differs between kinds of score. So the score
 * that a given share of synthetic strangers exceeds is mapped to the score that the same share of
 * the same strangers exceeds with the nearest template (equipercentile equating, as used to make
 * tests of different difficulty comparable: Kolen and Brennan, "Test Equating, Scaling, and
 * Linking"). The limits of the cohort, which were counted on more strangers than can be drawn here,
 * thus hold for all classifiers alike.
 */
final class CalibratedClassifier implements Classifier {
  /** The shares that are equated; scores between and beyond them are mapped linearly. */
  private static final double[] RATES = {0.5, 0.1, 0.01, 0.001};

  private final RawScores raw;
  private final double[] means;
  private final double[] deviations;
  private final double[] ownEnds;
  private final double[] templateEnds;

  /**
   * Calibrates a classifier.
   *
   * @param raw the uncalibrated scores of the classifier
   * @param template the nearest-template classifier of the same class
   * @param strangers embeddings of strangers that neither has been trained on
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
    double width = ownEnds[next] - ownEnds[next - 1];
    if (width == 0) {
      // Strangers with the same score reach both shares, so there is no line to follow.
      return templateEnds[next] + score - ownEnds[next];
    }
    double share = (score - ownEnds[next - 1]) / width;
    return templateEnds[next - 1] + share * (templateEnds[next] - templateEnds[next - 1]);
  }

  /** {@return the scores that the {@link #RATES} of strangers reach} */
  private static double[] ends(Stream<double[]> scores) {
    double[] sorted = scores.flatMapToDouble(Arrays::stream).sorted().toArray();
    return Arrays.stream(RATES)
        .map(rate -> sorted[(int) ((1 - rate) * (sorted.length - 1))])
        .toArray();
  }
}
