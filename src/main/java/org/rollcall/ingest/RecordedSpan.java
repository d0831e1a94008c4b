package org.rollcall.ingest;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.rollcall.basics.Extremes;
import org.rollcall.model.Inspection;

/**
 * The time span covered by a recording.
 *
 * @param start when it starts, in the school's time zone
 * @param length its length, if known
 */
record RecordedSpan(ZonedDateTime start, Optional<Duration> length) {
  /** How far apart cameras may start that were started together. */
  private static final Duration TOGETHER = Duration.ofMinutes(2);

  /** By how much the lengths of their recordings may differ. */
  private static final Duration SAME_LENGTH = Duration.ofMinutes(1);

  /** {@return the span of a recording whose start is known} */
  static Optional<RecordedSpan> of(Inspection recording) {
    return recording.start().map(start -> new RecordedSpan(start, recording.length()));
  }

  LocalDate lastDay() {
    return start.plus(length.orElse(Duration.ZERO)).toLocalDate();
  }

  /**
   * Whether both were made at the same time: they overlap by more than half of the shorter one, or
   * start together and are equally long as far as is known.
   */
  boolean isAlongside(RecordedSpan other) {
    Duration apart = Duration.between(start, other.start).abs();
    if (length.isEmpty() || other.length.isEmpty()) {
      return apart.compareTo(TOGETHER) <= 0;
    }
    Duration mine = length.get();
    Duration theirs = other.length.get();
    boolean together =
        apart.compareTo(TOGETHER) <= 0 && mine.minus(theirs).abs().compareTo(SAME_LENGTH) <= 0;
    return together || overlap(other).multipliedBy(2).compareTo(Extremes.min(mine, theirs)) > 0;
  }

  private Duration overlap(RecordedSpan other) {
    ZonedDateTime from = start.isAfter(other.start) ? start : other.start;
    ZonedDateTime end = start.plus(length.orElseThrow());
    ZonedDateTime otherEnd = other.start.plus(other.length.orElseThrow());
    Duration overlap = Duration.between(from, end.isBefore(otherEnd) ? end : otherEnd);
    return overlap.isNegative() ? Duration.ZERO : overlap;
  }
}
