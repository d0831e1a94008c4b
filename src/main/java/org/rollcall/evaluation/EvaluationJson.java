package org.rollcall.evaluation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.model.Student;
import org.rollcall.model.evaluation.Breakdown;
import org.rollcall.model.evaluation.ConfusionMatrix;
import org.rollcall.model.evaluation.Evaluation;
import org.rollcall.model.evaluation.Proportion;
import org.rollcall.model.evaluation.TimeAccuracy;
import org.rollcall.model.evaluation.Trial;
import org.rollcall.model.evaluation.TrialTally;

/**
 * The format of {@code evaluation.json}. Shares are 0..1 with 95 % bounds; times are in seconds.
 *
 * @param begun when the evaluation started, in UTC
 * @param seconds how long it took
 * @param version version of Rollcall
 * @param models id of the model pack for each task
 * @param settings the settings that affected the results, by key
 * @param notes notes for the reader, one sentence each
 * @param sets the test sets
 * @param results one result per classifier, the one in use first
 */
record EvaluationJson(
    String begun,
    double seconds,
    String version,
    Map<String, String> models,
    Map<String, String> settings,
    List<String> notes,
    List<SetJson> sets,
    List<ClassifierResultJson> results) {

  record SetJson(String name, String description, List<EvaluatedStudentJson> students) {}

  record EvaluatedStudentJson(String id, String name) {}

  record ClassifierResultJson(
      String classifier,
      TallyJson all,
      TimesJson firstSeen,
      TimesJson lastSeen,
      List<BreakdownJson> breakdowns,
      List<MatrixJson> matrices,
      List<TrialJson> trials) {}

  /**
   * Counts of trials by outcome.
   *
   * @param present trials with a student who was present
   * @param found of these, those marked present
   * @param review of these, those put up for review
   * @param missed of these, those neither found nor put up for review
   * @param confused of the missed, those taken for another student
   * @param foundShare share found; a review counts half
   * @param absent trials with a person who was not present
   * @param falsePresent of these, those marked present
   * @param falseReview of these, those put up for review
   * @param falsePresentShare share marked present
   */
  record TallyJson(
      int present,
      int found,
      int review,
      int missed,
      int confused,
      ShareJson foundShare,
      int absent,
      int falsePresent,
      int falseReview,
      ShareJson falsePresentShare) {}

  record ShareJson(double share, double lower95, double upper95) {}

  record TimesJson(
      double median, double percentile95, double greatest, ShareJson within15Seconds) {}

  record BreakdownJson(String by, List<BandJson> bands) {}

  record BandJson(String band, TallyJson tally) {}

  /**
   * A confusion matrix.
   *
   * @param set the test set
   * @param rows the truth: ids of the students, then {@code unknown}
   * @param columns the answers: ids of the students, then {@code unknown} and {@code review}
   * @param counts counts by row
   */
  record MatrixJson(
      String set, List<String> rows, List<String> columns, List<List<Integer>> counts) {}

  record TrialJson(
      String set,
      String subject,
      String actual,
      String answer,
      boolean sure,
      String outcome,
      Double facePixels,
      double light,
      int sightings,
      Double firstSeenError,
      Double lastSeenError) {}

  static EvaluationJson of(Evaluation evaluation) {
    return new EvaluationJson(
        evaluation.started().toString(),
        seconds(evaluation.took()),
        evaluation.version(),
        evaluation.models(),
        evaluation.settings(),
        evaluation.notes(),
        evaluation.sets().stream().map(EvaluationJson::set).toList(),
        evaluation.results().stream().map(result -> result(result, evaluation)).toList());
  }

  private static SetJson set(Evaluation.TestSet set) {
    return new SetJson(
        set.name(),
        set.description(),
        set.students().stream().map(s -> new EvaluatedStudentJson(s.id(), s.name())).toList());
  }

  private static ClassifierResultJson result(
      Evaluation.ClassifierResult result, Evaluation evaluation) {
    return new ClassifierResultJson(
        result.classifier(),
        tally(result.tally()),
        TimeAccuracy.first(result.trials()).map(EvaluationJson::times).orElse(null),
        TimeAccuracy.last(result.trials()).map(EvaluationJson::times).orElse(null),
        Breakdown.of(result.trials()).stream().map(EvaluationJson::breakdown).toList(),
        evaluation.sets().stream().map(set -> matrix(set.name(), result.matrix(set))).toList(),
        result.trials().stream().map(EvaluationJson::trial).toList());
  }

  private static TallyJson tally(TrialTally tally) {
    return new TallyJson(
        tally.present(),
        tally.count(Trial.TrialOutcome.FOUND),
        tally.count(Trial.TrialOutcome.REVIEW),
        tally.count(Trial.TrialOutcome.MISSED),
        tally.confused(),
        share(tally.found()),
        tally.absent(),
        tally.count(Trial.TrialOutcome.FALSE_PRESENT),
        tally.count(Trial.TrialOutcome.FALSE_REVIEW),
        share(tally.falsePresent()));
  }

  private static ShareJson share(Proportion proportion) {
    return new ShareJson(
        round(proportion.share()), round(proportion.lower()), round(proportion.upper()));
  }

  private static TimesJson times(TimeAccuracy accuracy) {
    return new TimesJson(
        seconds(accuracy.median()),
        seconds(accuracy.percentile95()),
        seconds(accuracy.greatest()),
        share(accuracy.within()));
  }

  private static BreakdownJson breakdown(Breakdown breakdown) {
    return new BreakdownJson(
        breakdown.title(),
        breakdown.rows().stream()
            .map(row -> new BandJson(row.band(), tally(row.tally())))
            .toList());
  }

  private static MatrixJson matrix(String set, ConfusionMatrix matrix) {
    List<String> rows = new ArrayList<>(matrix.students().stream().map(Student::id).toList());
    rows.add("unknown");
    List<String> columns = new ArrayList<>(rows);
    columns.add("review");
    List<List<Integer>> counts = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      List<Integer> line = new ArrayList<>();
      for (int column = 0; column < columns.size(); column++) {
        line.add(matrix.count(row, column));
      }
      counts.add(line);
    }
    return new MatrixJson(set, rows, columns, counts);
  }

  private static TrialJson trial(Trial trial) {
    Trial.Conditions conditions = trial.conditions();
    Optional<Trial.TimeErrors> errors = trial.errors();
    return new TrialJson(
        trial.set(),
        trial.subject(),
        trial.actual().map(Student::id).orElse(null),
        trial.answer().map(Student::id).orElse(null),
        trial.sure(),
        trial.outcome().name(),
        conditions.facePixels().isPresent() ? round(conditions.facePixels().getAsDouble()) : null,
        round(conditions.light()),
        conditions.sightings(),
        errors.map(error -> seconds(error.first())).orElse(null),
        errors.map(error -> seconds(error.last())).orElse(null));
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }

  private static double round(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
