package org.rollcall.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.rollcall.model.Status.ABSENT;
import static org.rollcall.model.Status.LATE;
import static org.rollcall.model.Status.LEFT_EARLY;
import static org.rollcall.model.Status.PRESENT;
import static org.rollcall.model.Status.REVIEW;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkSeriesTest {
  private static MarkSeries series(Status... marks) {
    return new MarkSeries(List.of(marks));
  }

  @Test
  void absencesInARow_sinceLastThere_areCounted() {
    assertThat(series(ABSENT, PRESENT, ABSENT, ABSENT).absencesInARow()).isEqualTo(2);
    assertThat(series(ABSENT, ABSENT).absencesInARow()).isEqualTo(2);
    assertThat(series().absencesInARow()).isZero();
  }

  @Test
  void absencesInARow_lateOrLeftEarly_endThem() {
    assertThat(series(ABSENT, LATE).absencesInARow()).isZero();
    assertThat(series(ABSENT, LEFT_EARLY, ABSENT).absencesInARow()).isEqualTo(1);
  }

  @Test
  void absencesInARow_reviewBetween_neitherAddsNorEnds() {
    assertThat(series(PRESENT, ABSENT, REVIEW, ABSENT, REVIEW).absencesInARow()).isEqualTo(2);
  }

  @Test
  void mostAbsencesInARow_longestRow_isFoundWhereverItStands() {
    assertThat(series(ABSENT, ABSENT, ABSENT, PRESENT, ABSENT).mostAbsencesInARow()).isEqualTo(3);
    assertThat(series(PRESENT, REVIEW).mostAbsencesInARow()).isZero();
  }

  @Test
  void plus_twoTallies_addsUp() {
    Tally sum = series(PRESENT, ABSENT).tally().plus(series(PRESENT, REVIEW).tally());

    assertThat(sum).isEqualTo(series(PRESENT, PRESENT, ABSENT, REVIEW).tally());
    assertThat(sum.all()).isEqualTo(4);
  }

  @Test
  void dayRange_endsBelongToIt() {
    DayRange days = new DayRange(LocalDate.of(2026, 2, 27), LocalDate.of(2026, 3, 1));

    assertThat(days.contains(LocalDate.of(2026, 2, 27))).isTrue();
    assertThat(days.contains(LocalDate.of(2026, 3, 1))).isTrue();
    assertThat(days.contains(LocalDate.of(2026, 3, 2))).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DayRange(days.last(), LocalDate.of(2026, 2, 27)))
        .withMessageContaining("2026-02-27");
  }
}
