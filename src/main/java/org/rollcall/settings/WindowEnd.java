package org.rollcall.settings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.stream.Stream;

/**
 * When a run takes no new lesson any more: the first moment after its start at which the clock on
 * the wall shows a time of day.
 *
 * <p>A time that the clock leaves out, as it is put forward, comes when the clock is put forward. A
 * time that it shows twice, as it is put back, may come by either.
 *
 * @param time the time of day
 * @param zone where the clock hangs
 */
public record WindowEnd(LocalTime time, ZoneId zone) {
  /**
   * The end of the window that a run has.
   *
   * @param start when the run begins
   * @return the first such moment after that, within a day or so
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
