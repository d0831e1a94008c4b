package org.rollcall.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreationTimeTest {
  private static final Instant MADE = Instant.parse("2026-11-17T09:15:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-17T09:15:00Z",
        "2026-11-17T09:15:00.000000Z",
        "2026-11-17T10:15:00+0100",
        "2026-11-17T10:15:00+01:00",
        "2026-11-17 10:15:00 +01:00",
        "2026-11-17T10:15+01",
        " 2026/11/17 09:15:00Z "
      })
  void parse_timeWithZone_isRead(String text) {
    assertThat(CreationTime.parse(text)).contains(MADE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-17 10:15:00", "2026-11-17T10:15:00", "2026:11:17 10:15:00"})
  void parse_timeWithoutZone_isLocalTime(String text) {
    Instant local =
        LocalDateTime.of(2026, 11, 17, 10, 15).atZone(ZoneId.systemDefault()).toInstant();

    assertThat(CreationTime.parse(text)).contains(local);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "2026", "2026-11-17", "yesterday", "2026-13-40T10:15:00Z", "10:15:00"})
  void parse_anythingElse_isEmpty(String text) {
    assertThat(CreationTime.parse(text)).isEmpty();
  }

  @Test
  void parse_before1990_isEmpty() {
    assertThat(CreationTime.parse("1904-01-01T00:00:00Z")).isEmpty();
    assertThat(CreationTime.parse("1989-12-31T23:59:59Z")).isEmpty();
    assertThat(CreationTime.parse("1990-01-01T00:00:00Z")).isPresent();
  }
}
