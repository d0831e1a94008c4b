package org.rollcall.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rollcall.testing.ColourEngine.ADA;
import static org.rollcall.testing.ColourEngine.BEN;
import static org.rollcall.testing.ColourEngine.CARA;
import static org.rollcall.testing.ColourEngine.SHARP;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.Progress;
import org.rollcall.model.RollcallException;
import org.rollcall.model.evaluation.Evaluation.ClassifierResult;
import org.rollcall.model.evaluation.Evaluation.TestSet;
import org.rollcall.model.evaluation.Trial;
import org.rollcall.model.evaluation.Trial.TrialOutcome;
import org.rollcall.settings.Settings;
import org.rollcall.testing.ColourEngine;
import org.rollcall.testing.UsesNatives;

/** One photo of each student is enrolled, the others are asked about. */
@UsesNatives
class PhotoExamTest {
  private static final int TWO = 2;

  @TempDir Path folder;
  private final Trials trials = new Trials();

  private void photo(String name, int blue) throws IOException {
    ColourEngine.photo(folder.resolve(name), blue, SHARP);
  }

  private void twoStudents() throws IOException {
    photo("Ada/1.png", ADA);
    photo("Ada/2.png", ADA);
    photo("Ben/1.png", BEN);
    photo("Ben/2.png", BEN);
  }

  private void run(Progress progress) {
    run(Groups.NONE, progress);
  }

  private void run(Groups groups, Progress progress) {
    EvaluationOptions options = new EvaluationOptions(1, TWO, Optional.empty(), Optional.empty());
    new PhotoExam(
            LabelledPhotos.read(folder, options), groups, Settings.DEFAULT, new ColourEngine())
        .run("people", trials, progress);
  }

  private List<Trial> results() {
    run(Progress.NONE);
    return byTemplate();
  }

  private List<Trial> byTemplate() {
    return trials.results().stream()
        .filter(result -> result.classifier().equals("template"))
        .flatMap(result -> result.trials().stream())
        .toList();
  }

  private Trial about(String photo) {
    return byTemplate().stream()
        .filter(trial -> trial.subject().equals(photo))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void run_photosOfStudentsAndStrangers_areToldApart() throws IOException {
    twoStudents();
    photo("Cara/c.png", CARA);

    List<Trial> results = results();

    assertThat(results)
        .extracting(Trial::outcome)
        .containsExactly(TrialOutcome.FOUND, TrialOutcome.FOUND, TrialOutcome.REJECTED);
    assertThat(results)
        .extracting(trial -> trial.actual().map(student -> student.name()).orElse("a stranger"))
        .containsExactly("Ada", "Ben", "a stranger");
    assertThat(trials.notes()).isEmpty();
  }

  @Test
  void run_classifiers_areAllAskedTheSame() throws IOException {
    twoStudents();
    photo("Cara/c.png", CARA);

    run(Progress.NONE);

    assertThat(trials.results()).hasSizeGreaterThan(2);
    assertThat(trials.results())
        .extracting(ClassifierResult::trials)
        .allSatisfy(
            asked ->
                assertThat(asked)
                    .extracting(Trial::subject)
                    .containsExactly("2.png", "2.png", "c.png"));
  }

  @Test
  void run_testSet_isDescribed() throws IOException {
    twoStudents();
    photo("Cara/c.png", CARA);

    run(Progress.NONE);

    assertThat(trials.sets())
        .singleElement()
        .satisfies(set -> assertThat(set.name()).isEqualTo("people"))
        .satisfies(set -> assertThat(set.students()).hasSize(2))
        .extracting(TestSet::description)
        .isEqualTo("Photos: 2 people enrolled, 2 other photos of them, 1 photos of strangers.");
  }

  @Test
  void run_strangerWhoLooksLikeAStudent_isAFalsePresent() throws IOException {
    twoStudents();
    photo("Cara/c.png", BEN);

    results();

    assertThat(about("c.png").outcome()).isEqualTo(TrialOutcome.FALSE_PRESENT);
    assertThat(about("c.png").answer().orElseThrow().name()).isEqualTo("Ben");
  }

  @Test
  void run_groups_areThoseOfThePeopleInThePhotos() throws IOException {
    twoStudents();
    photo("Cara/c.png", BEN);
    Groups groups = new Groups(Optional.of("region"), Map.of("Ada", "North", "Cara", "South"));

    run(groups, Progress.NONE);

    assertThat(byTemplate())
        .extracting(trial -> trial.group().orElseThrow().value())
        .containsExactly("North", "", "South");
  }

  @Test
  void run_conditions_areThoseOfTheFace() throws IOException {
    twoStudents();

    Trial.Conditions conditions = results().get(0).conditions();

    assertThat(conditions.facePixels()).hasValue(100);
    assertThat(conditions.sightings()).isEqualTo(1);
    assertThat(conditions.light()).isBetween(210.0, 230.0);
  }

  @Test
  void run_noFaceInAPhoto_isAMiss() throws IOException {
    twoStudents();
    ColourEngine.photoOfNobody(folder.resolve("Ada/3.png"));

    results();

    assertThat(about("3.png").outcome()).isEqualTo(TrialOutcome.MISSED);
    assertThat(about("3.png").conditions().facePixels()).isEmpty();
    assertThat(about("3.png").conditions().sightings()).isZero();
  }

  @Test
  void run_photoThatCannotBeRead_isNotedAndLeftOut() throws IOException {
    twoStudents();
    Files.writeString(folder.resolve("Ada/15.png"), "no photo");

    List<Trial> results = results();

    assertThat(results).hasSize(2).allMatch(trial -> trial.outcome() == TrialOutcome.FOUND);
    assertThat(trials.notes()).singleElement().asString().contains("15.png");
  }

  @Test
  void run_studentWithoutUsablePhoto_isNotedAndLeftOut() throws IOException {
    twoStudents();
    ColourEngine.photo(folder.resolve("Ben/1.png"), BEN, 0);

    List<Trial> results = results();

    assertThat(results).extracting(Trial::subject).containsExactly("2.png");
    assertThat(results.get(0).actual().orElseThrow().name()).isEqualTo("Ada");
    assertThat(trials.notes())
        .containsExactly(
            "people: 1 of the people have no photo that can be enrolled, and are left out.");
  }

  @Test
  void run_nobodyCanBeEnrolled_isRefused() throws IOException {
    ColourEngine.photo(folder.resolve("Ada/1.png"), ADA, 0);
    photo("Ada/2.png", ADA);

    assertThatThrownBy(() -> run(Progress.NONE))
        .isInstanceOf(RollcallException.class)
        .hasMessageContaining("No photo in " + folder.getFileName() + " can be enrolled")
        .hasMessageEndingWith("at least 40 px wide.");
  }

  @Test
  void run_manyPhotos_areAllAskedAboutInPortions() throws IOException {
    twoStudents();
    for (int number = 10; number < 50; number++) {
      photo("Cara/%d.png".formatted(number), CARA);
    }
    List<String> told = new ArrayList<>();

    run(
        new Progress() {
          @Override
          public void items(int done, int all) {
            told.add(done + " of " + all);
          }
        });

    assertThat(told).endsWith("32 of 42", "42 of 42");
    assertThat(byTemplate()).hasSize(42);
    assertThat(byTemplate().get(41).subject()).isEqualTo("49.png");
  }

  @Test
  void run_stopped_isNoResult() throws IOException {
    twoStudents();
    Progress interrupting =
        new Progress() {
          @Override
          public void start(String what) {
            if (what.equals("people")) {
              Thread.currentThread().interrupt();
            }
          }
        };

    assertThatThrownBy(() -> run(interrupting))
        .isInstanceOf(RollcallException.class)
        .hasMessage("Rollcall was stopped during the evaluation.");
    assertThat(Thread.interrupted()).isTrue();
  }
}
