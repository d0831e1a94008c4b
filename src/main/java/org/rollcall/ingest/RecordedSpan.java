package org.rollcall.ingest;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The time span covered by a recording.
 *
 * @param start when it starts, in the school's time zone
 * @param length its length, if known
 */
record RecordedSpan(ZonedDateTime start, Optional<Duration> length) {
  LocalDate lastDay() {
    return start.plus(length.orElse(Duration.ZERO)).toLocalDate();
  }
}
