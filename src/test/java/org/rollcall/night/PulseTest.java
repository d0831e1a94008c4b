package org.rollcall.night;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rollcall.night.Alarm.AlarmKind;
import org.rollcall.testing.FakeClock;

class PulseTest {
  private final FakeClock clock = FakeClock.at("2026-11-17T01:00:00Z");
  private final Pulse pulse = new Pulse(clock);

  @Test
  void alarm_recentBeat_isNone() {
    clock.pass(Pulse.LONGEST_SILENCE);
    assertThat(pulse.alarm()).isEmpty();

    pulse.beat();
    clock.pass(Pulse.LONGEST_SILENCE);

    assertThat(pulse.alarm()).isEmpty();
  }

  @Test
  void alarm_noBeatForLong_saysForHowLong() {
    clock.pass(Pulse.LONGEST_SILENCE.plusMinutes(3));

    assertThat(pulse.alarm().orElseThrow())
        .satisfies(alarm -> assertThat(alarm.kind()).isEqualTo(AlarmKind.NO_SCHEDULER))
        .satisfies(alarm -> assertThat(alarm.sentence()).asString().contains("13 minutes"));
  }
}
