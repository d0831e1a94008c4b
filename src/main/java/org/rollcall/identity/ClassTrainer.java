package org.rollcall.identity;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.identity.cohort.Cohort;
import org.rollcall.identity.cohort.SyntheticImpostors;
import org.rollcall.identity.svm.LinearSvm;
import org.rollcall.model.picture.Embedding;

/** Trains the model of a class by any of the methods. */
public final class ClassTrainer {
  /** Number of synthetic strangers for training; others are drawn for calibration. */
  private static final int STRANGERS_SHOWN = 400;

  private static final int STRANGERS_MEASURED = 1000;

  private static final long SEED = 1;

  private final Cohort cohort;
  private final LinearTrainer softmax;

  /**
   * Creates a trainer for one embedding space.
   *
   * @param cohort scores of strangers in that space
   * @param softmax trains a linear layer with a softmax
   */
  public ClassTrainer(Cohort cohort, LinearTrainer softmax) {
    this.cohort = cohort;
    this.softmax = softmax;
  }

  /**
   * Trains a model for one class. The same class always gives the same model.
   *
   * @param method how to tell the students apart
   * @param templates templates of the students who can be recognised
   * @return the model
   */
  public ClassModel train(MatchingSettings.Method method, List<Template> templates) {
    List<Embedding> students = templates.stream().map(Template::mean).toList();
    Cohort adapted = cohort.adaptedTo(students);
    Classifier template = new NearestTemplate(templates, adapted);
    if (method == MatchingSettings.Method.TEMPLATE || templates.isEmpty()) {
      return new ClassModel(templates, template, adapted);
    }
    SyntheticImpostors strangers = new SyntheticImpostors(adapted, students, SEED);
    RawScores raw =
        switch (method) {
          case TEMPLATE -> template::scores;
          case KNN -> new NearestPhotos(templates, adapted);
          case SVM ->
              linear(
                  LinearSvm::train,
                  new Examples(templates, strangers.draw(STRANGERS_SHOWN), adapted));
          case SOFTMAX ->
              linear(softmax, new Examples(templates, strangers.draw(STRANGERS_SHOWN), adapted));
        };
    return new ClassModel(
        templates,
        new CalibratedClassifier(raw, template, strangers.draw(STRANGERS_MEASURED)),
        adapted);
  }

  /** What a classifier learns from. */
  private record Examples(List<Template> templates, List<Embedding> strangers, Cohort cohort) {}

  /** The classes are the students in template order, followed by one for all strangers. */
  private static LinearScores linear(LinearTrainer trainer, Examples shown) {
    List<Template> templates = shown.templates();
    Cohort cohort = shown.cohort();
    List<float[]> examples = new ArrayList<>();
    List<Integer> classes = new ArrayList<>();
    for (int student = 0; student < templates.size(); student++) {
      for (Embedding photo : templates.get(student).photos()) {
        examples.add(cohort.whiten(photo).values());
        classes.add(student);
      }
    }
    for (Embedding stranger : shown.strangers()) {
      examples.add(cohort.whiten(stranger).values());
      classes.add(templates.size());
    }
    return new LinearScores(
        trainer.train(
            examples.toArray(float[][]::new),
            classes.stream().mapToInt(Integer::intValue).toArray()),
        templates.size(),
        cohort);
  }
}
