package org.rollcall.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollcall.identity.MatchingSettings.Method;
import org.rollcall.identity.cohort.Cohort;
import org.rollcall.identity.cohort.FaceSpace;
import org.rollcall.model.Student;
import org.rollcall.model.picture.Embedding;
import org.rollcall.testing.TakesLong;

@TakesLong
class ClassTrainerTest {
  private static final int STUDENTS = 20;

  private final FaceSpace space = new FaceSpace(11);
  private final List<Embedding> people = Stream.generate(space::person).limit(STUDENTS).toList();

  @ParameterizedTest
  @EnumSource
  void scores_ofAStudent_areHighestForThatStudent(Method method) {
    ClassModel model = train(method);

    for (int student = 0; student < STUDENTS; student++) {
      double[] scores = model.scores(space.seen(people.get(student), 0.7));

      assertThat(scores[student])
          .isEqualTo(Arrays.stream(scores).max().orElseThrow())
          .isGreaterThan(model.limit(0.001, 10).score());
    }
  }

  @ParameterizedTest
  @EnumSource
  void limit_strangersNobodyHasSeen_reachItAsOftenAsItSays(Method method) {
    ClassModel model = train(method);

    double[] scores =
        Stream.generate(space::person)
            .limit(2000)
            .flatMapToDouble(stranger -> Arrays.stream(model.scores(stranger)))
            .toArray();

    // The stand-in for the softmax layer lets fewer strangers pass than it may.
    boolean strict = method == Method.SOFTMAX;
    assertThat(shareAbove(scores, model.limit(0.1, 1).score()))
        .isBetween(strict ? 0.06 : 0.07, 0.13);
    assertThat(shareAbove(scores, model.limit(0.01, 1).score()))
        .isBetween(strict ? 0.003 : 0.006, 0.016);
    assertThat(shareAbove(scores, model.limit(0.01, 10).score()))
        .isBetween(strict ? 0.0001 : 0.0003, 0.0025);
  }

  @ParameterizedTest
  @EnumSource
  void train_sameClass_givesTheSameScores(Method method) {
    List<Template> templates = templates();
    Embedding person = space.seen(people.get(0), 0.7);

    assertThat(trainer().train(method, templates).scores(person))
        .isEqualTo(trainer().train(method, templates).scores(person));
  }

  @ParameterizedTest
  @EnumSource
  void train_nobodyEnrolled_hasNoScores(Method method) {
    ClassModel model = trainer().train(method, List.of());

    assertThat(model.students()).isEmpty();
    assertThat(model.scores(space.person())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void train_oneStudentWithOnePhoto_isEnough(Method method) {
    Template only = new Template(new Student("1", "Ada"), people.get(0));

    ClassModel model = trainer().train(method, List.of(only));

    assertThat(model.scores(space.seen(people.get(0), 0.8))[0])
        .isGreaterThan(model.limit(0.001, 10).score());
    assertThat(model.scores(people.get(1))[0]).isLessThan(model.limit(0.001, 10).score());
  }

  @Test
  void train_template_scoresAsTheCohortDoesSeenFromTheClass() {
    List<Template> templates = templates();
    Embedding person = space.seen(people.get(3), 0.7);
    Cohort adapted = space.cohort().adaptedTo(templates.stream().map(Template::mean).toList());

    assertThat(trainer().train(Method.TEMPLATE, templates).scores(person)[3])
        .isEqualTo(adapted.measure(templates.get(3).mean()).score(adapted.measure(person)));
  }

  private static double shareAbove(double[] scores, double limit) {
    return (double) Arrays.stream(scores).filter(score -> score >= limit).count() / scores.length;
  }

  private ClassModel train(Method method) {
    return trainer().train(method, templates());
  }

  /** The softmax layer is trained elsewhere; a layer of the photos' means stands in for it. */
  private ClassTrainer trainer() {
    return new ClassTrainer(space.cohort(), ClassTrainerTest::means);
  }

  private static float[][] means(float[][] examples, int[] classes) {
    float[][] means = new float[Arrays.stream(classes).max().orElseThrow() + 1][];
    for (int i = 0; i < examples.length; i++) {
      if (means[classes[i]] == null) {
        means[classes[i]] = new float[examples[i].length + 1];
      }
      for (int j = 0; j < examples[i].length; j++) {
        means[classes[i]][j] += examples[i][j] / share(classes, classes[i]);
      }
    }
    return means;
  }

  private static long share(int[] classes, int wanted) {
    return Arrays.stream(classes).filter(found -> found == wanted).count();
  }

  private List<Template> templates() {
    List<Template> templates = new ArrayList<>();
    for (Embedding person : people) {
      String id = "" + templates.size();
      List<Embedding> photos = Stream.generate(() -> space.seen(person, 0.8)).limit(4).toList();
      templates.add(Template.of(new Student(id, id), photos));
    }
    return templates;
  }
}
