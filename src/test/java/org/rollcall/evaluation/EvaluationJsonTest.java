package org.rollcall.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.testing.MadeTrials.ADA;
import static org.rollcall.testing.MadeTrials.BEN;
import static org.rollcall.testing.MadeTrials.NOBODY;
import static org.rollcall.testing.MadeTrials.SET;
import static org.rollcall.testing.MadeTrials.found;
import static org.rollcall.testing.MadeTrials.inRegion;
import static org.rollcall.testing.MadeTrials.rejected;
import static org.rollcall.testing.MadeTrials.sure;
import static org.rollcall.testing.MadeTrials.unsure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.rollcall.evaluation.EvaluationJson.BandJson;
import org.rollcall.evaluation.EvaluationJson.ClassifierResultJson;
import org.rollcall.evaluation.EvaluationJson.EvaluatedStudentJson;
import org.rollcall.evaluation.EvaluationJson.MatrixJson;
import org.rollcall.evaluation.EvaluationJson.SetJson;
import org.rollcall.evaluation.EvaluationJson.ShareJson;
import org.rollcall.evaluation.EvaluationJson.TallyJson;
import org.rollcall.evaluation.EvaluationJson.TimesJson;
import org.rollcall.evaluation.EvaluationJson.TrialJson;
import org.rollcall.model.evaluation.Evaluation;
import org.rollcall.model.evaluation.Trial;

class EvaluationJsonTest {
  @Test
  void of_evaluation_tellsWhenAndWithWhat() {
    EvaluationJson json = EvaluationJson.of(evaluation(found(ADA)));

    assertThat(json.begun()).isEqualTo("2026-11-20T10:15:30Z");
    assertThat(json.seconds()).isEqualTo(9.25);
    assertThat(json.version()).isEqualTo("1.0");
    assertThat(json.models()).containsExactly(Map.entry("detection", "mtcnn"));
    assertThat(json.settings()).containsExactly(Map.entry("recognition.classifier", "template"));
    assertThat(json.notes()).containsExactly("It was dark.");
    assertThat(json.sets())
        .containsExactly(
            new SetJson(
                SET,
                "Recording: 2 students.",
                List.of(
                    new EvaluatedStudentJson("S1", "Ada Birch"),
                    new EvaluatedStudentJson("S2", "Ben Alder"))));
  }

  @Test
  void of_trials_areTalliedWithBoundsOfFourDigits() {
    ClassifierResultJson result =
        result(
            found(ADA),
            found(BEN),
            unsure(Optional.of(BEN), Optional.of(BEN)),
            sure(Optional.of(ADA), Optional.of(BEN)),
            sure(Optional.of(ADA), NOBODY),
            sure(NOBODY, Optional.of(BEN)),
            unsure(NOBODY, NOBODY));

    // 2.5 of 5, and 1 of 2. The bounds by a calculator after Wilson.
    assertThat(result.all())
        .isEqualTo(
            new TallyJson(
                5,
                2,
                1,
                2,
                1,
                new ShareJson(0.5, 0.1704, 0.8296),
                2,
                1,
                0,
                new ShareJson(0.5, 0.0945, 0.9055)));
  }

  @Test
  void of_times_areInSeconds() {
    ClassifierResultJson result =
        result(
            found(ADA, Duration.ofMillis(-2500), Duration.ofSeconds(1)),
            found(BEN, Duration.ofSeconds(20), Duration.ofSeconds(1)));

    assertThat(result.firstSeen())
        .isEqualTo(new TimesJson(2.5, 20, 20, new ShareJson(0.5, 0.0945, 0.9055)));
    assertThat(result.lastSeen().median()).isEqualTo(1);
  }

  @Test
  void of_noTimes_hasNone() {
    assertThat(result(found(ADA)).firstSeen()).isNull();
    assertThat(result(found(ADA)).lastSeen()).isNull();
  }

  @Test
  void of_matrix_hasARowAndAColumnForEachStudent() {
    ClassifierResultJson result =
        result(
            found(ADA),
            sure(Optional.of(ADA), Optional.of(BEN)),
            sure(Optional.of(BEN), NOBODY),
            unsure(NOBODY, Optional.of(ADA)));

    assertThat(result.matrices())
        .containsExactly(
            new MatrixJson(
                SET,
                List.of("S1", "S2", "unknown"),
                List.of("S1", "S2", "unknown", "review"),
                List.of(List.of(1, 1, 0, 0), List.of(0, 0, 1, 0), List.of(0, 0, 0, 1))));
  }

  @Test
  void of_conditions_areBrokenDownByBand() {
    var width = result(found(ADA)).breakdowns().get(0);

    assertThat(width.by()).isEqualTo("Width of the face");
    assertThat(width.bands()).extracting(BandJson::band).containsExactly("40 to 59 px");
    assertThat(width.bands().get(0).tally().found()).isEqualTo(1);
  }

  @Test
  void of_groups_areABreakdownToo() {
    var regions =
        result(inRegion("South", found(ADA)), inRegion("", found(BEN))).breakdowns().get(3);

    assertThat(regions.by()).isEqualTo("region");
    assertThat(regions.bands()).extracting(BandJson::band).containsExactly("South", "–");
  }

  @Test
  void of_foundStudent_isATrialWithTimes() {
    assertThat(result(found(ADA, Duration.ofMillis(2340), Duration.ofSeconds(-1))).trials())
        .containsExactly(
            new TrialJson(SET, "Ada Birch", "S1", "S1", true, "FOUND", 50.0, 90, 20, 2.34, -1.0));
  }

  @Test
  void of_nobody_isATrialWithoutIdsWidthAndTimes() {
    Trial trial = rejected(new Trial.Conditions(OptionalDouble.empty(), 35.123456, 0));

    assertThat(result(trial).trials())
        .containsExactly(
            new TrialJson(
                SET, "somebody", null, null, false, "REJECTED", null, 35.1235, 0, null, null));
  }

  private static ClassifierResultJson result(Trial... trials) {
    return EvaluationJson.of(evaluation(trials)).results().get(0);
  }

  private static Evaluation evaluation(Trial... trials) {
    return new Evaluation(
        Instant.parse("2026-11-20T10:15:30Z"),
        Duration.ofMillis(9250),
        "1.0",
        Map.of("detection", "mtcnn"),
        Map.of("recognition.classifier", "template"),
        List.of(new Evaluation.TestSet(SET, "Recording: 2 students.", List.of(ADA, BEN))),
        List.of(new Evaluation.ClassifierResult("template", List.of(trials))),
        List.of("It was dark."));
  }
}
