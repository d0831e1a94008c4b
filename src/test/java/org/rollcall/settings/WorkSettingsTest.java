package org.rollcall.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkSettingsTest {
  @ParameterizedTest
  @CsvSource({"1, 2000, 1", "2, 24000, 1", "8, 24000, 4", "8, 8000, 2", "64, 16000, 4"})
  void parallel_zero_followsProcessorsAndMemory(int processors, long megabytes, int parallel) {
    assertThat(WorkSettings.DEFAULT.parallel(processors, megabytes)).isEqualTo(parallel);
  }

  @Test
  void parallel_set_isThat() {
    assertThat(new WorkSettings(3, 3000, Duration.ofMinutes(10)).parallel(2, 4000)).isEqualTo(3);
  }

  @Test
  void heap_ofMuchMemory_staysSmall() {
    assertThat(new WorkSettings(0, 1000, Duration.ofMinutes(10)).heapMegabytes()).isEqualTo(500);
    assertThat(new WorkSettings(0, 8000, Duration.ofMinutes(10)).heapMegabytes()).isEqualTo(1000);
  }
}
