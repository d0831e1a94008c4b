package org.rollcall.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplingSettingsTest {
  @ParameterizedTest
  @CsvSource({"1000, 2500, 2500", "999, 2500, 999", "3000, 2500, 3000", "1000, 500, 1000"})
  void acceptedGap_interval_isNeverUndercutNorIgnoredWhenShort(
      long interval, long longestGap, long accepted) {
    SamplingSettings settings =
        new SamplingSettings(Duration.ofMillis(interval), Duration.ofMillis(longestGap));

    assertThat(settings.acceptedGap()).isEqualTo(Duration.ofMillis(accepted));
  }
}
