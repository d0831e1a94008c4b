package org.rollcall.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.testing.MadeTrials.ADA;
import static org.rollcall.testing.MadeTrials.found;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeAccuracyTest {
  @Test
  void first_errorsOfBothSigns_countByTheirSize() {
    TimeAccuracy accuracy =
        TimeAccuracy.first(List.of(off(1, 0), off(-3, 0), off(15, 0), off(-16, 0), off(2, 0)))
            .orElseThrow();

    assertThat(accuracy.median()).hasSeconds(3);
    assertThat(accuracy.percentile95()).hasSeconds(16);
    assertThat(accuracy.greatest()).hasSeconds(16);
    assertThat(accuracy.within()).isEqualTo(new Proportion(4, 5));
  }

  @Test
  void last_looksAtTheOtherEnd() {
    assertThat(TimeAccuracy.last(List.of(off(1, -7))).orElseThrow().greatest()).hasSeconds(7);
  }

  @Test
  void first_withoutKnownTimes_isEmpty() {
    assertThat(TimeAccuracy.first(List.of(found(ADA)))).isEmpty();
  }

  private static Trial off(int first, int last) {
    return found(ADA, Duration.ofSeconds(first), Duration.ofSeconds(last));
  }
}
