package org.rollcall.inbox.name;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * A day and a time of day that the name of a recording gives.
 *
 * @param time day and time as written
 * @param offset difference to UTC, if the name states it; otherwise the school's clock is meant
 */
public record NamedTime(LocalDateTime time, Optional<ZoneOffset> offset) {
  /**
   * Creates a time on the school's clock.
   *
   * @param time day and time
   * @return the time, without an offset
   */
  public static NamedTime local(LocalDateTime time) {
    return new NamedTime(time, Optional.empty());
  }

  /**
   * Gives the moment in a time zone.
   *
   * @param zone the school's time zone
   * @return the moment; of a time that occurs twice the first, of one that is skipped the same
   *     distance after the gap
   */
  public ZonedDateTime in(ZoneId zone) {
    return offset
        .map(known -> time.atOffset(known).atZoneSameInstant(zone))
        .orElseGet(() -> time.atZone(zone));
  }
}
