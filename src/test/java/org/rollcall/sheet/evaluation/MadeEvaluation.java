package org.rollcall.sheet.evaluation;

import static org.rollcall.testing.MadeTrials.ADA;
import static org.rollcall.testing.MadeTrials.BEN;
import static org.rollcall.testing.MadeTrials.SET;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.rollcall.model.evaluation.Evaluation;
import org.rollcall.model.evaluation.Evaluation.ClassifierResult;
import org.rollcall.model.evaluation.Evaluation.TestSet;
import org.rollcall.model.evaluation.Trial;

/** Evaluations of made trials. */
final class MadeEvaluation {
  static final TestSet ONE = new TestSet(SET, "Recording: 2 students.", List.of(ADA, BEN));
  static final TestSet OTHER = new TestSet("7B", "Recording: 1 student.", List.of(BEN));

  private MadeEvaluation() {}

  /** {@return an evaluation of one test set by one classifier} */
  static Evaluation of(Trial... trials) {
    return of(List.of(ONE), List.of(), trials);
  }

  static Evaluation of(List<TestSet> sets, List<String> notes, Trial... trials) {
    return new Evaluation(
        Instant.parse("2026-11-20T23:15:30Z"),
        Duration.ofSeconds(9),
        "1.0",
        Map.of(),
        Map.of(),
        sets,
        List.of(new ClassifierResult("template", List.of(trials))),
        notes);
  }
}
