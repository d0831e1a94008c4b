package org.rollcall.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rollcall.face.FaceEngine;
import org.rollcall.identity.ClassModel;
import org.rollcall.identity.ClassTrainer;
import org.rollcall.identity.MatchingSettings.Method;
import org.rollcall.identity.Template;
import org.rollcall.identity.cohort.Cohort;

/** The classifiers under comparison. */
final class Classifiers {
  private final ClassTrainer trainer;
  private final Method inUse;

  Classifiers(FaceEngine engine, Method inUse) {
    this.trainer = new ClassTrainer(Cohort.of(engine.embeddingSpace()), engine::trainSoftmax);
    this.inUse = inUse;
  }

  /** {@return a trained model per classifier, by its name in the settings; the one in use first} */
  Map<String, ClassModel> train(List<Template> templates) {
    Map<String, ClassModel> models = new LinkedHashMap<>();
    models.put(name(inUse), trainer.train(inUse, templates));
    for (Method method : Method.values()) {
      models.computeIfAbsent(name(method), name -> trainer.train(method, templates));
    }
    return models;
  }

  private static String name(Method method) {
    return method.name().toLowerCase(Locale.ROOT);
  }
}
