package org.rollcall.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.model.evaluation.Evaluation.ClassifierResult;
import org.rollcall.model.evaluation.Evaluation.TestSet;
import org.rollcall.model.evaluation.Trial;

/** Collects the test sets, trials and notes of an evaluation. */
final class Trials {
  private final List<TestSet> sets = new ArrayList<>();
  private final Map<String, List<Trial>> byClassifier = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();

  void add(TestSet set) {
    sets.add(set);
  }

  void add(String classifier, Trial trial) {
    byClassifier.computeIfAbsent(classifier, name -> new ArrayList<>()).add(trial);
  }

  void note(String note) {
    notes.add(note);
  }

  List<TestSet> sets() {
    return sets;
  }

  List<String> notes() {
    return notes;
  }

  List<ClassifierResult> results() {
    return byClassifier.entrySet().stream()
        .map(entry -> new ClassifierResult(entry.getKey(), entry.getValue()))
        .toList();
  }
}
