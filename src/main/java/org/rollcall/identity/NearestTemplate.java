package org.rollcall.identity;

import java.util.List;
import org.rollcall.identity.cohort.Cohort;
import org.rollcall.model.picture.Embedding;

/** Compares a face with the mean of each student's photos. */
final class NearestTemplate implements Classifier {
  private final Cohort cohort;
  private final List<Cohort.Measured> templates;

  NearestTemplate(List<Template> templates, Cohort cohort) {
    this.cohort = cohort;
    this.templates = templates.stream().map(template -> cohort.measure(template.mean())).toList();
  }

  @Override
  public double[] scores(Embedding person) {
    Cohort.Measured measured = cohort.measure(person);
    return templates.stream().mapToDouble(measured::score).toArray();
  }
}
