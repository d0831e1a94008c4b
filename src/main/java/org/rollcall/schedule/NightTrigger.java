package org.rollcall.schedule;

import java.time.Instant;
import java.util.Optional;
import org.quartz.CronTrigger;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger.TriggerState;
import org.quartz.impl.calendar.HolidayCalendar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The trigger of the nights in the Quartz schedule. If it is already right it is left alone:
 * replacing it while another node is firing it would fire it twice.
 */
final class NightTrigger {
  private static final Logger LOG = LoggerFactory.getLogger(NightTrigger.class);

  private final Scheduler quartz;

  NightTrigger(Scheduler quartz) {
    this.quartz = quartz;
  }

  /** Makes the trigger follow the due times. */
  void follow(DueTimes due, Instant lastRun) throws SchedulerException {
    CronTrigger wanted = due.trigger(lastRun);
    Optional<CronTrigger> there =
        Optional.ofNullable((CronTrigger) quartz.getTrigger(DueTimes.NIGHT));
    if (there.isEmpty()) {
      add(wanted, due.holidays());
    } else if (!isSame(there.get(), wanted) || !hasHolidays(due.holidays())) {
      LOG.warn(
          "The shared schedule had different times ('{}') or holidays from this node's."
              + " It follows this node ('{}') from now on. Give all nodes the same settings.",
          there.get().getCronExpression(),
          wanted.getCronExpression());
      quartz.addCalendar(DueTimes.HOLIDAYS, due.holidays(), true, false);
      quartz.rescheduleJob(DueTimes.NIGHT, wanted);
    } else if (quartz.getTriggerState(DueTimes.NIGHT) == TriggerState.ERROR) {
      quartz.resetTriggerFromErrorState(DueTimes.NIGHT);
    }
  }

  private void add(CronTrigger wanted, HolidayCalendar holidays) throws SchedulerException {
    quartz.addCalendar(DueTimes.HOLIDAYS, holidays, true, false);
    try {
      quartz.scheduleJob(wanted);
    } catch (ObjectAlreadyExistsException e) {
      LOG.info("Another node has just created the shared schedule.");
    }
  }

  private static boolean isSame(CronTrigger there, CronTrigger wanted) {
    return there.getCronExpression().equals(wanted.getCronExpression())
        && there.getTimeZone().equals(wanted.getTimeZone())
        && there.getMisfireInstruction() == wanted.getMisfireInstruction();
  }

  private boolean hasHolidays(HolidayCalendar wanted) throws SchedulerException {
    return quartz.getCalendar(DueTimes.HOLIDAYS) instanceof HolidayCalendar there
        && there.getExcludedDates().equals(wanted.getExcludedDates())
        && wanted.getTimeZone().equals(there.getTimeZone());
  }
}
