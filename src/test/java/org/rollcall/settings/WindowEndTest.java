package org.rollcall.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowEndTest {
  private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");

  @ParameterizedTest
  @CsvSource({
    // after midnight, and before it
    "2026-11-17T00:00:00Z, 06:30, 2026-11-17T05:30:00Z",
    "2026-11-16T19:00:00Z, 06:30, 2026-11-17T05:30:00Z",
    // a start at the very time, and a moment before
    "2026-11-17T05:30:00Z, 06:30, 2026-11-18T05:30:00Z",
    "2026-11-17T05:29:59.999Z, 06:30, 2026-11-17T05:30:00Z",
    // a run by day
    "2026-11-17T07:00:00Z, 06:30, 2026-11-18T05:30:00Z",
    // the clock is put forward, or back, in the night
    "2026-03-29T00:00:00Z, 06:30, 2026-03-29T04:30:00Z",
    "2026-10-24T23:00:00Z, 06:30, 2026-10-25T05:30:00Z",
    // the time is left out: from 02:00 to 03:00 at 01:00Z
    "2026-03-29T00:30:00Z, 02:30, 2026-03-29T01:00:00Z",
    "2026-03-29T01:00:00Z, 02:30, 2026-03-30T00:30:00Z",
    // the time comes twice: at 00:30Z and 01:30Z
    "2026-10-25T00:00:00Z, 02:30, 2026-10-25T00:30:00Z",
    "2026-10-25T00:40:00Z, 02:30, 2026-10-25T01:30:00Z",
    "2026-10-25T01:40:00Z, 02:30, 2026-10-26T01:30:00Z",
  })
  void after_aStart_isTheFirstSuchTime(Instant start, LocalTime time, Instant end) {
    assertThat(new WindowEnd(time, ZURICH).after(start)).isEqualTo(end);
  }
}
