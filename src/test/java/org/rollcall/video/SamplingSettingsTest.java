package org.rollcall.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplingSettingsTest {
  @ParameterizedTest
  @CsvSource({"1000, 2500, 2500", "999, 2500, 999", "3000, 2500, 3000", "1000, 500, 1000"})
  void acceptedGap_oneSecondUpToTheLongestGap_isTheLongestGap(
      long interval, long longestGap, long accepted) {
    SamplingSettings settings =
        new SamplingSettings(
            Duration.ofMillis(interval), Duration.ofMillis(longestGap), Duration.ZERO);

    assertThat(settings.acceptedGap(Duration.ofHours(1))).isEqualTo(Duration.ofMillis(accepted));
  }

  @ParameterizedTest
  @CsvSource({"74999, 1000", "75000, 2500", "3600000, 2500"})
  void acceptedGap_shortRecording_isTheInterval(long length, long accepted) {
    assertThat(SamplingSettings.DEFAULT.acceptedGap(Duration.ofMillis(length)))
        .isEqualTo(Duration.ofMillis(accepted));
  }

  @Test
  void acceptedGap_lengthUnknown_isTheLongestGap() {
    assertThat(SamplingSettings.DEFAULT.acceptedGap()).isEqualTo(Duration.ofMillis(2500));
  }
}
