package org.rollcall.identity;

import java.util.Arrays;
import java.util.List;
import org.rollcall.identity.cohort.Cohort;
import org.rollcall.model.picture.Embedding;

/** Compares a face with the individual photos of each student and averages over the k nearest. */
final class NearestPhotos implements RawScores {
  /** The k of k-NN: two matching photos are better evidence than one; all would be the template. */
  private static final int NEAREST = 2;

  private final Cohort cohort;
  private final List<List<Cohort.Measured>> photos;

  NearestPhotos(List<Template> templates, Cohort cohort) {
    this.cohort = cohort;
    this.photos =
        templates.stream()
            .map(template -> template.photos().stream().map(cohort::measure).toList())
            .toList();
  }

  @Override
  public double[] of(Embedding person) {
    Cohort.Measured measured = cohort.measure(person);
    return photos.stream().mapToDouble(student -> nearest(student, measured)).toArray();
  }

  private static double nearest(List<Cohort.Measured> photos, Cohort.Measured person) {
    double[] scores = photos.stream().mapToDouble(person::score).sorted().toArray();
    int from = Math.max(0, scores.length - NEAREST);
    return Arrays.stream(scores, from, scores.length).average().orElseThrow();
  }
}
