package org.rollcall.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {
  /** Newcombe, Statistics in Medicine 17 (1998), table I, method 3. */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0, 0.1611",
    "1, 29, 0.0061, 0.1718"
  })
  void bounds_publishedExamples_areWilsons(double hits, int trials, double lower, double upper) {
    Proportion proportion = new Proportion(hits, trials);

    assertThat(proportion.share()).isEqualTo(hits / trials);
    assertThat(proportion.lower()).isCloseTo(lower, within(5e-5));
    assertThat(proportion.upper()).isCloseTo(upper, within(5e-5));
  }

  @Test
  void bounds_allOrNone_mirrorEachOther() {
    assertThat(new Proportion(20, 20).lower())
        .isCloseTo(1 - new Proportion(0, 20).upper(), within(1e-12));
    assertThat(new Proportion(20, 20).upper()).isEqualTo(1, within(1e-12));
  }

  @Test
  void bounds_withoutTrials_sayNothing() {
    Proportion nothing = new Proportion(0, 0);

    assertThat(nothing.share()).isZero();
    assertThat(nothing.lower()).isZero();
    assertThat(nothing.upper()).isEqualTo(1);
  }

  @Test
  void hits_moreThanTrials_areRefused() {
    assertThatThrownBy(() -> new Proportion(3, 2)).hasMessageContaining("3.0 hits in 2 trials");
    assertThatThrownBy(() -> new Proportion(-1, 2)).hasMessageContaining("-1.0 hits");
  }
}
