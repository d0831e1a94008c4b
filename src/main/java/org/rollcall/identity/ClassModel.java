package org.rollcall.identity;

import java.util.List;
import org.rollcall.model.Student;
import org.rollcall.model.picture.Embedding;

/**
 * Recognises the students of one class: a classifier that knows them, and the scores that strangers
 * reach with it.
 *
 * <p>To train one may take a second; it serves for all recordings of the class. Immutable, for any
 * thread.
 */
public final class ClassModel {
  private final List<Student> students;
  private final Classifier classifier;
  private final Cohort cohort;
  private final ClassCalibration calibration;

  ClassModel(List<Template> templates, Classifier classifier, Cohort cohort) {
    this.students = templates.stream().map(Template::student).toList();
    this.classifier = classifier;
    this.cohort = cohort;
    this.calibration = ClassCalibration.of(templates, cohort);
  }

  /**
   * A model that compares with the mean of each student's photos.
   *
   * @param templates the students that can be recognised
   * @param cohort what strangers score in the space of the templates
   * @return the model
   */
  public static ClassModel nearestTemplate(List<Template> templates, Cohort cohort) {
    return new ClassModel(templates, new NearestTemplate(templates, cohort), cohort);
  }

  /** {@return the students, in the order of their templates} */
  public List<Student> students() {
    return students;
  }

  /**
   * Compares somebody with the class.
   *
   * @param person mean embedding of what was seen of one person
   * @return a score for each of {@link #students}, in standard deviations above strangers
   */
  public double[] scores(Embedding person) {
    return classifier.scores(person);
  }

  /**
   * What a match has to reach for a given rate of false marks: the more persons could be mistaken
   * for a student, the more.
   *
   * @param falseAcceptRate how often a student may be taken for seen without having been there
   *     (above 0, below 1)
   * @param persons persons who could be mistaken for a student (1 or more)
   * @return the limit, raised where the students themselves are more alike than the cohort
   */
  public MatchLimit limit(double falseAcceptRate, int persons) {
    double score = cohort.limit(falseAcceptRate / persons);
    return new MatchLimit(falseAcceptRate, persons, score, calibration.raise(score));
  }
}
