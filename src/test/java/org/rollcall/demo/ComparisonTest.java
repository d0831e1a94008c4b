package org.rollcall.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.demo.Comparison.ComparisonLine;
import org.rollcall.model.Status;
import org.rollcall.model.Student;

class ComparisonTest {
  private final List<ComparisonLine> lines = new ArrayList<>();

  @Test
  void everyMarkRight_passes() {
    student(Status.PRESENT, Status.PRESENT);
    student(Status.LATE, Status.LATE);
    student(Status.LEFT_EARLY, Status.LEFT_EARLY);
    student(Status.ABSENT, Status.ABSENT);

    Comparison comparison = comparison();

    assertThat(comparison.came()).isEqualTo(3);
    assertThat(comparison.found()).isEqualTo(3);
    assertThat(comparison.right(Status.LATE)).isEqualTo(1);
    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.passes()).isTrue();
  }

  @Test
  void reviewOfBothKinds_passesAndIsCountedApart() {
    student(Status.PRESENT, Status.REVIEW);
    student(Status.PRESENT, Status.REVIEW);
    student(Status.ABSENT, Status.REVIEW);

    Comparison comparison = comparison();

    assertThat(comparison.inReview(true)).isEqualTo(2);
    assertThat(comparison.inReview(false)).isEqualTo(1);
    assertThat(comparison.missed()).isZero();
    assertThat(comparison.differences()).hasSize(3);
    assertThat(comparison.passes()).isTrue();
  }

  @Test
  void absentMarkedPresent_fails() {
    student(Status.ABSENT, Status.LATE);

    assertThat(comparison().invented()).isEqualTo(1);
    assertThat(comparison().passes()).isFalse();
  }

  @Test
  void presentMarkedAbsent_fails() {
    student(Status.LEFT_EARLY, Status.ABSENT);

    assertThat(comparison().missed()).isEqualTo(1);
    assertThat(comparison().passes()).isFalse();
  }

  @Test
  void lateMarkedPresent_isFoundButFails() {
    student(Status.LATE, Status.PRESENT);

    assertThat(comparison().found()).isEqualTo(1);
    assertThat(comparison().right(Status.LATE)).isZero();
    assertThat(comparison().passes()).isFalse();
  }

  private void student(Status truth, Status found) {
    lines.add(new ComparisonLine(new Student("S" + lines.size(), "A"), truth, found));
  }

  private Comparison comparison() {
    return new Comparison(lines, 0, 0);
  }
}
