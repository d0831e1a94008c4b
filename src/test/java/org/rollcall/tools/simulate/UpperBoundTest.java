package org.rollcall.tools.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class UpperBoundTest {
  @Test
  void of_nothingInManyTrials_isThreeByTheirNumber() {
    assertThat(UpperBound.of(0, 3000)).isCloseTo(3.0 / 3000, within(1e-5));
  }

  @Test
  void of_handWorkedCases_areAsInTables() {
    assertThat(UpperBound.of(0, 10)).isCloseTo(0.2589, within(1e-4));
    assertThat(UpperBound.of(1, 10)).isCloseTo(0.3942, within(1e-4));
    assertThat(UpperBound.of(5, 10)).isCloseTo(0.7776, within(1e-4));
  }

  @Test
  void of_manyCases_isLittleAboveTheirShare() {
    assertThat(UpperBound.of(5000, 10000)).isBetween(0.508, 0.509);
  }

  @Test
  void of_everyTrial_isOne() {
    assertThat(UpperBound.of(7, 7)).isEqualTo(1);
  }
}
