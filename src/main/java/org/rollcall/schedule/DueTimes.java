package org.rollcall.schedule;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;
import org.quartz.CronScheduleBuilder;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.rollcall.config.BadSettings;
import org.rollcall.config.Settings;

/**
 * When work is due.
 *
 * @param triggers the same for Quartz
 */
record DueTimes(List<Trigger> triggers) {
  /** The finest step of a cron expression: Quartz counts the second of the start in. */
  private static final Duration CRON_STEP = Duration.ofSeconds(1);

  static DueTimes of(Settings settings, Optional<Instant> lastRun) {
    List<Trigger> triggers = new ArrayList<>();
    triggers.add(nightly(settings, lastRun));
    settings.schedule().every().ifPresent(every -> triggers.add(interval(every)));
    return new DueTimes(triggers);
  }

  /**
   * A trigger that starts with the last run has, if a night was missed since, a first time in the
   * past. Quartz calls that a misfire, and is told to make up for it at once.
   */
  private static Trigger nightly(Settings settings, Optional<Instant> lastRun) {
    Instant start = lastRun.orElseGet(Instant::now).plus(CRON_STEP);
    TimeZone zone = TimeZone.getTimeZone(settings.school().clockZone());
    return TriggerBuilder.newTrigger()
        .withIdentity("nightly")
        .startAt(Date.from(start))
        .withSchedule(
            CronScheduleBuilder.cronSchedule(expression(settings.schedule().nightly()))
                .inTimeZone(zone)
                .withMisfireHandlingInstructionFireAndProceed())
        .build();
  }

  private static Trigger interval(Duration every) {
    return TriggerBuilder.newTrigger()
        .withIdentity("interval")
        .startAt(Date.from(Instant.now().plus(every)))
        .withSchedule(
            SimpleScheduleBuilder.simpleSchedule()
                .withIntervalInMilliseconds(every.toMillis())
                .repeatForever()
                .withMisfireHandlingInstructionNextWithRemainingCount())
        .build();
  }

  private static CronExpression expression(String nightly) {
    try {
      return new CronExpression(nightly);
    } catch (ParseException e) {
      throw new BadSettings(
          "Cannot use config/rollcall.yaml: schedule.nightly: found '%s', expected a Quartz cron expression such as '0 0 1 * * ?' (%s)."
              .formatted(nightly, e.getMessage()),
          e);
    }
  }
}
