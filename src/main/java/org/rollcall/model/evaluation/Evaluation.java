package org.rollcall.model.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.model.Student;

/**
 * What an evaluation found out.
 *
 * @param begun when it began
 * @param took how long it took
 * @param version version of Rollcall
 * @param models id of the model pack for each task
 * @param settings the settings that shaped the result, by key
 * @param sets what was looked at
 * @param results one for each classifier, the one in use first; all of the same trials in the same
 *     order
 * @param notes what the reader should know, a sentence each
 */
public record Evaluation(
    Instant begun,
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
   * A class with material about which the truth is known.
   *
   * @param name unique in the evaluation
   * @param description what it holds, a sentence
   * @param students the students that are enrolled
   */
  public record TestSet(String name, String description, List<Student> students) {
    /** Copies the students. */
    public TestSet {
      students = List.copyOf(students);
    }
  }

  /**
   * How a classifier did.
   *
   * @param classifier its name, as the settings write it
   * @param trials all trials, set after set
   */
  public record ClassifierResult(String classifier, List<Trial> trials) {
    /** Copies the trials. */
    public ClassifierResult {
      trials = List.copyOf(trials);
    }

    /** {@return how all trials ended} */
    public TrialTally tally() {
      return TrialTally.of(trials);
    }

    /**
     * The count of a test set.
     *
     * @param set one of the evaluation
     * @return how its trials ended
     */
    public TrialTally tally(TestSet set) {
      return TrialTally.of(trials(set));
    }

    /**
     * The matrix of a test set.
     *
     * @param set one of the evaluation
     * @return who of it was taken for whom
     */
    public ConfusionMatrix matrix(TestSet set) {
      return ConfusionMatrix.of(set.students(), trials(set));
    }

    private List<Trial> trials(TestSet set) {
      return trials.stream().filter(trial -> trial.set().equals(set.name())).toList();
    }
  }
}
