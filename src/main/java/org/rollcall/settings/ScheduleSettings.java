package org.rollcall.settings;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import org.rollcall.basics.setting.Help;
import org.rollcall.basics.setting.Section;
import org.rollcall.basics.setting.Setting;
import org.rollcall.basics.setting.SettingsType;

/**
 * Settings for when the service processes waiting recordings.
 *
 * @param nightly when the nightly run starts: a Quartz cron expression of six or seven fields
 *     (second, minute, hour, day of month, month, weekday, year)
 * @param until time of day from which a run starts no further lesson; empty for runs that continue
 *     until nothing is waiting
 * @param catchUpWithin how late a missed nightly run may still be caught up
 * @param every interval between scans of the watched folder during the day; empty for the nightly
 *     run only
 */
@Section("schedule")
@Help("When 'serve' processes waiting recordings.")
public record ScheduleSettings(
    @Setting(
            key = "schedule.nightly",
            fallback = "0 0 1 * * ?",
            expected = "a Quartz cron expression of six or seven fields")
        @Help(
            "When the nightly run starts: second, minute, hour, day of month, month, weekday. A run"
                + " due in the hour that the clock skips in spring is skipped, too.")
        String nightly,
    @Setting(key = "schedule.until")
        @Help(
            "Time of day from which a run starts no further lesson, by night or by day; lessons"
                + " already started are finished. Leave empty for runs that go on until nothing is"
                + " waiting.")
        Optional<LocalTime> until,
    @Setting(key = "schedule.catchUpWithin", fallback = "1d", limits = "0s to 7d")
        @Help(
            "How late a missed nightly run may still be made up for, by a single run at once. After"
                + " that, it is left to the next night; 0s never catches up.")
        Duration catchUpWithin,
    @Setting(key = "schedule.every", limits = "1m to 1d")
        @Help(
            "Time between two checks of footage/ during the day, on holidays too. Leave empty for"
                + " the nightly run only.")
        Optional<Duration> every) {
  /** The defaults: every night at one o'clock. */
  public static final ScheduleSettings DEFAULT = SettingsType.of(ScheduleSettings.class).defaults();

  public ScheduleSettings {
    SettingsType.of(ScheduleSettings.class).check(nightly, until, catchUpWithin, every);
    int fields = nightly.strip().split("\\s+").length;
    if (fields != 6 && fields != 7) {
      throw new IllegalArgumentException(
          "nightly must have six or seven fields, got %d".formatted(fields));
    }
  }
}
