package org.rollcall.night;

import java.time.Instant;
import java.util.Optional;
import org.rollcall.school.Holidays;
import org.rollcall.settings.Settings;
import org.rollcall.settings.WindowEnd;

/**
 * When nights are due.
 *
 * @param settings the schedule, and the school's time zone in which it is read
 * @param holidays days on which no night starts
 * @param store where nodes share the schedule; empty for a single machine
 */
public record NightSchedule(Settings settings, Holidays holidays, Optional<ScheduleStore> store) {
  /**
   * The time from which a run takes no further lesson.
   *
   * @param start start of the run
   * @return the end of its window; empty if it has none
   */
  public Optional<Instant> windowEnd(Instant start) {
    return settings
        .schedule()
        .until()
        .map(time -> new WindowEnd(time, settings.school().clockZone()).after(start));
  }
}
