package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.testing.MadeTrials.ADA;
import static org.rollcall.testing.MadeTrials.BEN;
import static org.rollcall.testing.MadeTrials.NOBODY;
import static org.rollcall.testing.MadeTrials.SET;
import static org.rollcall.testing.MadeTrials.found;
import static org.rollcall.testing.MadeTrials.inRegion;
import static org.rollcall.testing.MadeTrials.sure;
import static org.rollcall.testing.MadeTrials.unsure;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.evaluation.EvaluationFolder.WrittenFiles;
import org.rollcall.model.evaluation.Evaluation;
import org.rollcall.model.evaluation.Evaluation.ClassifierResult;
import org.rollcall.model.evaluation.Evaluation.TestSet;
import org.rollcall.model.evaluation.Trial;
import org.rollcall.school.Home;

class EvaluationPrinterTest {
  @TempDir Path folder;
  private final Printed printed = new Printed();

  @Test
  void print_evaluation_isHeadedByPacksAndTestSets() {
    print(List.of(), found(ADA));

    assertThat(printed.out())
        .startsWith(
            "1 test set with mtcnn and facenet, in 1 min 9 s.",
            "  " + SET + ". Recording: 2 students.");
  }

  @Test
  void print_classifier_isTalliedWithBounds() {
    print(
        List.of(),
        found(ADA),
        found(BEN),
        unsure(Optional.of(BEN), Optional.of(BEN)),
        sure(Optional.of(ADA), Optional.of(BEN)),
        sure(NOBODY, Optional.of(BEN)),
        unsure(NOBODY, NOBODY));

    assertThat(row("CLASSIFIER"))
        .isEqualTo(
            "CLASSIFIER  PRESENT  FOUND  REVIEW  MISSED  FOUND (95 %)               ABSENT"
                + "  REVIEW  MARKED (95 %)");
    // The bounds by a calculator after Wilson.
    assertThat(row("template"))
        .isEqualTo(
            "template    4        2      1       1       62.5 % (21.9 % to 90.8 %)  2       0"
                + "       1, 9.45 % to 90.5 %");
  }

  @Test
  void print_onlyOneKindOfTrial_hasDashesForTheOther() {
    print(List.of(), unsure(NOBODY, NOBODY));

    assertThat(row("template")).matches("template +0 +0 +0 +0 +- +1 +0 +0, at most 79\\.3 %");
  }

  @Test
  void print_conditions_areBrokenDown() {
    print(List.of(), found(ADA));

    assertThat(row("40 to 59 px")).matches("40 to 59 px +1 +1 .*");
  }

  @Test
  void print_groups_areToldForEachClassifier() {
    print(
        List.of("template", "knn"),
        List.of(),
        inRegion("South", sure(NOBODY, Optional.of(BEN))),
        inRegion("North", found(ADA)));

    assertThat(printed.out()).filteredOn(line -> line.startsWith("WIDTH")).hasSize(1);
    for (String heading : List.of("REGION, TEMPLATE", "REGION, KNN")) {
      int place = printed.out().indexOf(row(heading));
      assertThat(printed.out().get(place + 1)).matches("North +1 +1 +0 +0 +100.*");
      assertThat(printed.out().get(place + 2))
          .matches("South +0 +0 +0 +0 +- +1 +0 +1, 20\\.7 % to 100\\.0 %");
    }
  }

  @Test
  void print_times_areToldForFirstAndLast() {
    print(
        List.of(),
        found(ADA, Duration.ofMillis(-2500), Duration.ofSeconds(1)),
        found(BEN, Duration.ofSeconds(20), Duration.ofSeconds(1)));

    assertThat(printed.out())
        .containsSubsequence(
            "First seen: median error 2.5 s, greatest 20.0 s; 1 of 2 within 15 s.",
            "Last seen: median error 1.0 s, greatest 1.0 s; 2 of 2 within 15 s.");
  }

  @Test
  void print_noTimes_saysNothingOfThem() {
    print(List.of(), found(ADA));

    assertThat(printed.out()).noneMatch(line -> line.contains("median error"));
  }

  @Test
  void print_manyNotes_showsTenAndCountsTheOthers() {
    print(IntStream.range(0, 12).mapToObj(number -> "Note " + number + ".").toList(), found(ADA));

    assertThat(printed.out())
        .contains("  Note: Note 9.", "  Note: the workbook has 2 more notes.")
        .doesNotContain("  Note: Note 10.");
  }

  @Test
  void print_files_areNamedFromTheHome() {
    print(List.of(), found(ADA));

    assertThat(printed.out())
        .endsWith(
            "Workbook: output/evaluation.xlsx",
            "For machines: output/evaluation.json",
            "Confusion matrix: output/one.png");
  }

  private String row(String first) {
    return printed.out().stream().filter(line -> line.startsWith(first)).findFirst().orElseThrow();
  }

  private void print(List<String> notes, Trial... trials) {
    print(List.of("template"), notes, trials);
  }

  private void print(List<String> classifiers, List<String> notes, Trial... trials) {
    Home home = Home.of(folder);
    Evaluation evaluation =
        new Evaluation(
            Instant.EPOCH,
            Duration.ofSeconds(69),
            "1.0",
            Map.of("detection", "mtcnn", "recognition", "facenet"),
            Map.of(),
            List.of(new TestSet(SET, "Recording: 2 students.", List.of(ADA, BEN))),
            classifiers.stream()
                .map(classifier -> new ClassifierResult(classifier, List.of(trials)))
                .toList(),
            notes);
    WrittenFiles files =
        new WrittenFiles(
            home.results().resolve("evaluation.xlsx"),
            home.results().resolve("evaluation.json"),
            List.of(home.results().resolve("one.png")));
    new EvaluationPrinter(printed.console(), home).print(evaluation, files);
  }
}
