package org.rollcall.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Coverage;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Outcome;
import org.rollcall.model.RunFacts;
import org.rollcall.model.Status;
import org.rollcall.model.Student;
import org.rollcall.model.Verdict;

class DenseComparisonTest {
  private static final Duration FIFTH = Duration.ofMillis(200);

  @Test
  void of_sameStudents_tellsHowFarTheirTimesAreApart() {
    DenseComparison comparison =
        compare(
            register(seen("S1", Status.PRESENT, 2, 50), seen("S2", Status.LATE, 20, 58)),
            register(seen("S1", Status.PRESENT, 1, 51), seen("S2", Status.PRESENT, 17, 59)));

    assertThat(comparison.attended()).isEqualTo(2);
    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.firstApart()).isEqualTo(Duration.ofSeconds(3));
    assertThat(comparison.lastApart()).isEqualTo(Duration.ofSeconds(1));
    assertThat(comparison.length()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void of_studentWhomOneOfThemMisses_isADifference() {
    DenseComparison comparison =
        compare(
            register(absent("S1"), seen("S2", Status.REVIEW, 5, 6), absent("S3")),
            register(
                seen("S1", Status.PRESENT, 1, 9), seen("S2", Status.PRESENT, 5, 6), absent("S3")));

    assertThat(comparison.attended()).isZero();
    assertThat(comparison.differences())
        .extracting(DenseComparison.DenseLine::id)
        .containsExactly("S1", "S2");
    assertThat(comparison.firstApart()).isZero();
  }

  private static DenseComparison compare(LessonRegister usual, LessonRegister dense) {
    return DenseComparison.of(FIFTH, usual, dense);
  }

  private static Verdict absent(String id) {
    return new Verdict(new Student(id, "A"), Status.ABSENT, Optional.empty(), 0, Optional.empty());
  }

  private static Verdict seen(String id, Status status, int first, int last) {
    Verdict.Presence presence =
        new Verdict.Presence(
            Duration.ofSeconds(first),
            Duration.ofSeconds(last),
            Duration.ofSeconds(last - first),
            9,
            List.of(9));
    return new Verdict(new Student(id, "A"), status, Optional.of(presence), 0.9, Optional.empty());
  }

  private static LessonRegister register(Verdict... verdicts) {
    LessonKey key = new LessonKey("7A", LocalDate.of(2026, 1, 5), LocalTime.of(8, 0));
    List<LessonRegister.Row> rows =
        Arrays.stream(verdicts)
            .map(
                verdict ->
                    new LessonRegister.Row(
                        verdict, Optional.empty(), Optional.empty(), Optional.empty()))
            .toList();
    RunFacts run =
        new RunFacts("1", Instant.EPOCH, Duration.ZERO, List.of(), Map.of(), Map.of(), List.of());
    return new LessonRegister(
        new Lesson(key, Duration.ofMinutes(1)),
        rows,
        List.of(),
        Coverage.unknown(),
        Outcome.done(),
        run);
  }
}
