package org.rollcall.identity.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rollcall.model.RollcallException;
import org.rollcall.model.picture.Embedding;

class CohortTest {
  /** Two coordinates without favourite direction: cosines with strangers scatter by 0.1. */
  private static final Cohort ROUND =
      new Cohort(
          List.of(new Cohort.Group("anybody", 100, 1, new float[2])),
          new float[] {0.01f, 0, 0, 0.01f},
          List.of(new Cohort.Tail(0.1, 1), new Cohort.Tail(0.01, 2), new Cohort.Tail(0.0001, 5)));

  @Test
  void score_ofTwo_isTheCosineInDeviations() {
    Cohort.Measured one = ROUND.measure(Embedding.ofUnit(1, 0));
    Cohort.Measured other = ROUND.measure(Embedding.ofUnit(0.6f, 0.8f));

    assertThat(one.score(other)).isCloseTo(0.6 * Math.sqrt(2), within(1e-4));
    assertThat(other.score(one)).isEqualTo(one.score(other));
    assertThat(one.score(one)).isCloseTo(Math.sqrt(2), within(1e-4));
  }

  @Test
  void score_ofStrangers_scattersByOneAroundZero() {
    FaceSpace space = new FaceSpace(5);

    double[] scores = new double[2000];
    Arrays.setAll(scores, i -> space.score(space.person(), space.person()));

    double mean = Arrays.stream(scores).average().orElseThrow();
    double square = Arrays.stream(scores).map(s -> s * s).average().orElseThrow();
    assertThat(mean).isCloseTo(0, within(0.1));
    assertThat(Math.sqrt(square)).isCloseTo(1, within(0.1));
  }

  @Test
  void adaptedTo_nobody_isTheSame() {
    assertThat(ROUND.adaptedTo(List.of())).isSameAs(ROUND);
  }

  @Test
  void adaptedTo_classOfPeopleWhoAreAlike_scoresTheirLikesAsStrangers() {
    FaceSpace space = new FaceSpace(9);
    Embedding kind = space.person();
    List<Embedding> students = relatives(space, kind, 30);
    Cohort adapted = space.cohort().adaptedTo(students);
    List<Embedding> strangers = relatives(space, kind, 300);
    double limit = space.cohort().limit(0.001);

    assertThat(shareAbove(limit, space.cohort(), students, strangers)).isGreaterThan(0.05);
    assertThat(shareAbove(limit, adapted, students, strangers)).isLessThan(0.01);
  }

  @Test
  void adaptedTo_classLikeTheCohort_leavesScores() {
    FaceSpace space = new FaceSpace(9);
    List<Embedding> students = Stream.generate(space::person).limit(30).toList();
    Cohort adapted = space.cohort().adaptedTo(students);

    Embedding seen = space.seen(students.get(0), 0.8);

    assertThat(adapted.measure(students.get(0)).score(adapted.measure(seen)))
        .isCloseTo(space.score(students.get(0), seen), withinPercentage(10));
  }

  /** {@return people who have something in common: two of them score about 2} */
  private static List<Embedding> relatives(FaceSpace space, Embedding kind, int count) {
    return Stream.generate(() -> space.seen(kind, 0.45)).limit(count).toList();
  }

  private static double shareAbove(
      double limit, Cohort cohort, List<Embedding> students, List<Embedding> strangers) {
    List<Cohort.Measured> enrolled = students.stream().map(cohort::measure).toList();
    return strangers.stream()
        .map(cohort::measure)
        .flatMap(seen -> enrolled.stream().map(student -> student.score(seen)))
        .mapToDouble(score -> score >= limit ? 1 : 0)
        .average()
        .orElseThrow();
  }

  @Test
  void limit_countedRates_areAsCounted() {
    assertThat(ROUND.limit(0.1)).isCloseTo(1, within(1e-9));
    assertThat(ROUND.limit(0.01)).isCloseTo(2, within(1e-9));
    assertThat(ROUND.limit(0.0001)).isCloseTo(5, within(1e-9));
  }

  @Test
  void limit_betweenAndBeyond_isOnStraightLines() {
    assertThat(ROUND.limit(Math.sqrt(0.001))).isCloseTo(1.5, within(1e-9));
    assertThat(ROUND.limit(0.001)).isCloseTo(3.5, within(1e-9));
    assertThat(ROUND.limit(1e-6)).isCloseTo(8, within(1e-9));
    assertThat(ROUND.limit(1 / Math.sqrt(10))).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void measure_anotherDimension_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ROUND.measure(Embedding.ofUnit(1, 0, 0)))
        .withMessage("Embedding of 3 numbers in a space of 2");
  }

  @Test
  void constructor_covariancesThatDoNotFit_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Cohort(
                    List.of(new Cohort.Group("anybody", 1, 1, new float[2])),
                    new float[3],
                    List.of()));
  }

  @Test
  void read_whatWasWritten_isTheSame() throws IOException {
    FaceSpace space = new FaceSpace(4);
    Embedding one = space.person();
    Embedding other = space.person();

    Cohort copy = Cohort.read(new ByteArrayInputStream(written(space.cohort())));

    assertThat(copy.measure(one).score(copy.measure(other)))
        .isCloseTo(space.score(one, other), within(1e-4));
    assertThat(copy.limit(0.0005)).isEqualTo(space.cohort().limit(0.0005));
  }

  @Test
  void read_anotherFormat_isRefused() throws IOException {
    byte[] file = written(ROUND);
    file[3] = 99;

    assertThatThrownBy(() -> Cohort.read(new ByteArrayInputStream(file)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("format 99");
  }

  @Test
  void read_cutOff_isRefused() throws IOException {
    byte[] file = written(ROUND);

    assertThatThrownBy(() -> Cohort.read(new ByteArrayInputStream(file, 0, file.length - 1)))
        .isInstanceOf(EOFException.class);
  }

  @Test
  void of_builtInPack_isThere() {
    float[] values = new float[256];
    values[7] = 1;

    assertThat(Cohort.of("compact").measure(Embedding.ofUnit(values)).deviation()).isPositive();
    assertThat(Cohort.of("compact").limit(0.001)).isPositive();
  }

  @Test
  void of_sameSpace_isReadOnce() {
    assertThat(Cohort.of("compact")).isSameAs(Cohort.of("compact"));
  }

  @Test
  void of_unknownSpace_saysWhich() {
    assertThatThrownBy(() -> Cohort.of("nobodys-pack"))
        .isInstanceOf(RollcallException.class)
        .hasMessageContaining("'nobodys-pack'")
        .hasMessageContaining("Choose another pack");
  }

  private static byte[] written(Cohort cohort) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    cohort.write(out);
    return out.toByteArray();
  }
}
