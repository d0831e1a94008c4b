package org.rollcall.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.model.Status.ABSENT;
import static org.rollcall.model.Status.LATE;
import static org.rollcall.model.Status.LEFT_EARLY;
import static org.rollcall.model.Status.PRESENT;
import static org.rollcall.model.Status.REVIEW;

import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
  @Test
  void attendedShare_sevenOfEight_isSevenEighths() {
    Tally tally =
        Tally.of(List.of(PRESENT, PRESENT, PRESENT, PRESENT, LATE, LATE, LEFT_EARLY, ABSENT));

    assertThat(tally.attendedShare()).hasValue(0.875);
  }

  @Test
  void attendedShare_reviewBesides_countsNeitherWay() {
    Tally tally = Tally.of(List.of(PRESENT, ABSENT, REVIEW, REVIEW));

    assertThat(tally.attendedShare()).hasValue(0.5);
    assertThat(tally.taken()).isEqualTo(2);
  }

  @Test
  void attendedShare_onlyAbsent_isZero() {
    assertThat(Tally.of(List.of(ABSENT)).attendedShare()).hasValue(0);
  }

  @Test
  void attendedShare_nothingDecided_isEmpty() {
    assertThat(Tally.of(List.of(REVIEW)).attendedShare()).isEmpty();
    assertThat(Tally.of(List.of()).attendedShare()).isEmpty();
  }
}
