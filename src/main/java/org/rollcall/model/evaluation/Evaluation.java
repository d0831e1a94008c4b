package org.rollcall.model.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.model.Student;

/**
 * The result of an evaluation.
 *
 * @param started when it started
 * @param took how long it took
 * @param version version of Rollcall
 * @param models id of the model pack used for each task
 * @param settings the settings that affected the result, by key
 * @param sets the test sets
 * @param results one result per classifier, the one in use first; all cover the same trials in the
 *     same order
 * @param notes notes for the reader, a sentence each
 */
public record Evaluation(
    Instant started,
    Duration took,
    String version,
    Map<String, String> models,
    Map<String, String> settings,
    List<TestSet> sets,
    List<ClassifierResult> results,
    List<String> notes) {
  /** Copies the collections. */
  public Evaluation {
    models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    sets = List.copyOf(sets);
    results = List.copyOf(results);
    notes = List.copyOf(notes);
  }

  /**
   * A class with test material whose ground truth is known.
   *
   * @param name unique in the evaluation
   * @param description what it contains, in a sentence
   * @param students the enrolled students
   */
  public record TestSet(String name, String description, List<Student> students) {
    /** Copies the students. */
    public TestSet {
      students = List.copyOf(students);
    }
  }

  /**
   * The results of one classifier.
   *
   * @param classifier its name, as written in the settings
   * @param trials all trials, grouped by test set
   */
  public record ClassifierResult(String classifier, List<Trial> trials) {
    /** Copies the trials. */
    public ClassifierResult {
      trials = List.copyOf(trials);
    }

    /** {@return outcomes of all trials} */
    public TrialTally tally() {
      return TrialTally.of(trials);
    }

    /**
     * Counts the outcomes in one test set.
     *
     * @param set a test set of this evaluation
     * @return outcomes of its trials
     */
    public TrialTally tally(TestSet set) {
      return TrialTally.of(trials(set));
    }

    /**
     * Builds the confusion matrix of one test set.
     *
     * @param set a test set of this evaluation
     * @return its confusion matrix
     */
    public ConfusionMatrix matrix(TestSet set) {
      return ConfusionMatrix.of(set.students(), trials(set));
    }

    private List<Trial> trials(TestSet set) {
      return trials.stream().filter(trial -> trial.set().equals(set.name())).toList();
    }
  }
}
