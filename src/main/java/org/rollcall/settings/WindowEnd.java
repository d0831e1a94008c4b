package org.rollcall.settings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.stream.Stream;

/**
 * The time of day at which a run stops taking new lessons: the first moment after its start when
 * local time reaches it.
 *
 * <p>A time skipped when the clocks go forward is taken as the moment of the change. A time that
 * occurs twice when the clocks go back may be either occurrence.
 *
 * @param time the time of day
 * @param zone the time zone
 */
public record WindowEnd(LocalTime time, ZoneId zone) {
  /**
   * Finds the end of a run's window.
   *
   * @param start when the run starts
   * @return the first such moment after the start, within about a day
   */
  public Instant after(Instant start) {
    return start
        .atZone(zone)
        .toLocalDate()
        .datesUntil(LocalDate.MAX)
        .flatMap(day -> moments(day.atTime(time)))
        .filter(moment -> moment.isAfter(start))
        .findFirst()
        .orElseThrow();
  }

  private Stream<Instant> moments(LocalDateTime shown) {
    ZoneOffsetTransition change = zone.getRules().getTransition(shown);
    if (change == null) {
      return Stream.of(shown.atZone(zone).toInstant());
    }
    return change.isGap()
        ? Stream.of(change.getInstant())
        : Stream.of(
            shown.toInstant(change.getOffsetBefore()), shown.toInstant(change.getOffsetAfter()));
  }
}
