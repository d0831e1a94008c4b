package org.rollcall.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.identity.ClassModel;
import org.rollcall.identity.Cohort;
import org.rollcall.identity.Template;

/** The classifiers that are put side by side. */
final class Classifiers {
  private Classifiers() {}

  /** {@return names of the classifiers, the one in use first} */
  static List<String> names() {
    return List.of("template");
  }

  /** {@return a model of a class by each of them, by name} */
  static Map<String, ClassModel> models(List<Template> templates, Cohort cohort) {
    Map<String, ClassModel> models = new LinkedHashMap<>();
    models.put("template", ClassModel.nearestTemplate(templates, cohort));
    return models;
  }
}
