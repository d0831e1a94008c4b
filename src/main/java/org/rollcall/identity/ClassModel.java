package org.rollcall.identity;

import java.util.List;
import org.rollcall.identity.cohort.Cohort;
import org.rollcall.model.Student;
import org.rollcall.model.picture.Embedding;

/**
 * A model that recognises the students of one class: a trained classifier, and the scores that
 * strangers reach with it.
 *
 * <p>Training may take a second; one model serves all recordings of the class. Immutable and
 * thread-safe.
 */
public final class ClassModel {
  private final List<Student> students;
  private final Classifier classifier;
  private final Cohort cohort;

  ClassModel(List<Template> templates, Classifier classifier, Cohort cohort) {
    this.students = templates.stream().map(Template::student).toList();
    this.classifier = classifier;
    this.cohort = cohort;
  }

  /**
   * Creates a model that compares faces with the mean of each student's photos.
   *
   * @param templates templates of the students who can be recognised
   * @param cohort scores of strangers in the embedding space of the templates
   * @return the model
   */
  static ClassModel nearestTemplate(List<Template> templates, Cohort cohort) {
    Cohort adapted = cohort.adaptedTo(templates.stream().map(Template::mean).toList());
    return new ClassModel(templates, new NearestTemplate(templates, adapted), adapted);
  }

  /** {@return the students, in template order} */
  public List<Student> students() {
    return students;
  }

  /**
   * Compares a person with the class.
   *
   * @param person mean embedding of one person
   * @return a score for each of {@link #students}, in standard deviations above strangers
   */
  public double[] scores(Embedding person) {
    return classifier.scores(person);
  }

  /**
   * Returns the score that a match must reach for a given rate of false marks. It rises with the
   * number of persons who could be mistaken for a student.
   *
   * @param falseAcceptRate how often a student may be marked as seen without having been there
   *     (above 0, below 1)
   * @param persons persons who could be mistaken for a student (1 or more)
   * @return the limit
   */
  public MatchLimit limit(double falseAcceptRate, int persons) {
    return new MatchLimit(falseAcceptRate, persons, cohort.limit(falseAcceptRate / persons));
  }
}
