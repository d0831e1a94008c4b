package org.rollcall.night;

import java.time.Instant;
import java.util.Optional;
import org.rollcall.school.Holidays;
import org.rollcall.settings.Settings;
import org.rollcall.settings.WindowEnd;

/**
 * When nights are due.
 *
 * @param settings their schedule, in the time zone of their school
 * @param holidays days on which no night begins
 * @param store where nodes share the schedule; empty for a machine by itself
 */
public record NightSchedule(Settings settings, Holidays holidays, Optional<ScheduleStore> store) {
  /**
   * Tells when a run takes no other lesson.
   *
   * @param begin when the run begins
   * @return the end of its window; empty if it has none
   */
  public Optional<Instant> windowEnd(Instant begin) {
    return settings
        .schedule()
        .until()
        .map(time -> new WindowEnd(time, settings.school().clockZone()).after(begin));
  }
}
