package org.rollcall.basics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class ExtremesTest {
  private static final LocalDateTime NINE = LocalDateTime.parse("2026-11-16T09:00");

  @Test
  void max_times_isTheLaterOne() {
    assertThat(Extremes.max(NINE, NINE.plusNanos(1))).isEqualTo(NINE.plusNanos(1));
    assertThat(Extremes.max(NINE, NINE.minusNanos(1))).isEqualTo(NINE);
  }

  @Test
  void min_durations_isTheShorterOne() {
    assertThat(Extremes.min(Duration.ofMillis(1), Duration.ZERO)).isZero();
    assertThat(Extremes.min(Duration.ZERO, Duration.ofMillis(1))).isZero();
  }

  @Test
  void maxAndMin_equalValues_areTheFirst() {
    Duration one = Duration.ofSeconds(60);
    Duration other = Duration.ofMinutes(1);

    assertThat(Extremes.max(one, other)).isSameAs(one);
    assertThat(Extremes.min(one, other)).isSameAs(one);
  }
}
