package org.rollcall.ingest;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The time that a recording covers.
 *
 * @param start when it starts, in the school's time zone
 * @param length how long it is, where that is known
 */
record RecordedSpan(ZonedDateTime start, Optional<Duration> length) {
  LocalDate lastDay() {
    return start.plus(length.orElse(Duration.ZERO)).toLocalDate();
  }
}
