package org.rollcall.schedule;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.calendar.HolidayCalendar;
import org.rollcall.basics.Extremes;
import org.rollcall.night.NightSchedule;
import org.rollcall.school.InvalidConfiguration;

/**
 * When nights are due.
 *
 * @param nightly every night, holiday or not
 * @param holidays the days on which no night starts
 * @param catchUpWithin how long after its due time a missed night is still made up for
 */
record DueTimes(CronExpression nightly, HolidayCalendar holidays, Duration catchUpWithin) {
  static final TriggerKey NIGHT = new TriggerKey("night");
  static final String HOLIDAYS = "holidays";

  /** The finest step of a cron expression: the start of a Quartz trigger is inclusive. */
  private static final Duration CRON_STEP = Duration.ofSeconds(1);

  /** Quartz itself may take this long to report that a time was missed. */
  private static final Duration ON_TIME = Duration.ofMinutes(2);

  static DueTimes of(NightSchedule plan) {
    ZoneId zone = plan.settings().school().clockZone();
    CronExpression nightly = expression(plan.settings().schedule().nightly());
    nightly.setTimeZone(TimeZone.getTimeZone(zone));
    return new DueTimes(nightly, calendar(plan, zone), plan.settings().schedule().catchUpWithin());
  }

  private static CronExpression expression(String nightly) {
    try {
      return new CronExpression(nightly);
    } catch (ParseException e) {
      throw new InvalidConfiguration(
          "Cannot use config/rollcall.yaml: schedule.nightly: found '%s', expected a Quartz cron expression such as '0 0 1 * * ?' (%s)."
              .formatted(nightly, e.getMessage()),
          e);
    }
  }

  private static HolidayCalendar calendar(NightSchedule plan, ZoneId zone) {
    HolidayCalendar calendar = new HolidayCalendar();
    calendar.setTimeZone(TimeZone.getTimeZone(zone));
    for (LocalDate day : plan.holidays().days()) {
      calendar.addExcludedDate(Date.from(day.atStartOfDay(zone).toInstant()));
    }
    return calendar;
  }

  /** {@return the first night after a moment, exclusive; empty if there are no more} */
  Optional<Instant> after(Instant moment) {
    Date next = nightly.getNextValidTimeAfter(Date.from(moment));
    while (next != null && !holidays.isTimeIncluded(next.toInstant().toEpochMilli())) {
      next = nightly.getNextValidTimeAfter(next);
    }
    return Optional.ofNullable(next).map(Date::toInstant);
  }

  /** {@return whether a night was due recently enough to be run now} */
  boolean isToRunAt(Instant now) {
    Duration late = Extremes.max(catchUpWithin, ON_TIME);
    return after(now.minus(late)).filter(due -> !due.isAfter(now)).isPresent();
  }

  /**
   * Gives the trigger that starts just after the last run. If a night was missed since then, its
   * first fire time is in the past: a misfire, which Quartz makes up for at once.
   */
  CronTrigger trigger(Instant lastRun) {
    return TriggerBuilder.newTrigger()
        .withIdentity(NIGHT)
        .forJob(NIGHT.getName())
        .startAt(Date.from(lastRun.plus(CRON_STEP)))
        .modifiedByCalendar(HOLIDAYS)
        .withSchedule(
            CronScheduleBuilder.cronSchedule(nightly)
                .inTimeZone(nightly.getTimeZone())
                .withMisfireHandlingInstructionFireAndProceed())
        .build();
  }
}
