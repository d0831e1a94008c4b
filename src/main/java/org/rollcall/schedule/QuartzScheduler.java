package org.rollcall.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.SchedulerRepository;
import org.quartz.impl.StdSchedulerFactory;
import org.rollcall.schedule.DueJob.DueTask;

/** A Quartz scheduler whose jobs run named tasks. */
final class QuartzScheduler implements AutoCloseable {
  private static final String NIGHT = DueTimes.NIGHT.getName();

  private final Scheduler quartz;
  private final Map<String, DueTask> tasks = new HashMap<>();

  private QuartzScheduler(Scheduler quartz) throws SchedulerException {
    this.quartz = quartz;
    quartz.setJobFactory(
        (fired, ignored) -> new DueJob(tasks.get(fired.getJobDetail().getKey().getName())));
  }

  static synchronized QuartzScheduler with(Properties properties) throws SchedulerException {
    Scheduler quartz = new StdSchedulerFactory(properties).getScheduler();
    // This is a static map, from which a second scheduler of the same name would get the first.
    SchedulerRepository.getInstance().remove(quartz.getSchedulerName());
    return new QuartzScheduler(quartz);
  }

  /** Schedules a task at a fixed interval, first after one interval; missed times are skipped. */
  void every(Duration time, String name, DueTask task) throws SchedulerException {
    tasks.put(name, task);
    Trigger trigger =
        TriggerBuilder.newTrigger()
            .withIdentity(name)
            .startAt(Date.from(Instant.now().plus(time)))
            .withSchedule(
                SimpleScheduleBuilder.simpleSchedule()
                    .withIntervalInMilliseconds(time.toMillis())
                    .repeatForever()
                    .withMisfireHandlingInstructionNextWithRemainingCount())
            .build();
    quartz.scheduleJob(job(name), trigger);
  }

  /** Schedules the task of the nights; one missed since the last run is made up for. */
  void nightly(DueTimes due, Instant lastRun, DueTask task) throws SchedulerException {
    tasks.put(NIGHT, task);
    quartz.addJob(job(NIGHT), true);
    new NightTrigger(quartz).follow(due, lastRun);
  }

  private static JobDetail job(String name) {
    return JobBuilder.newJob(DueJob.class)
        .withIdentity(name)
        .storeDurably()
        .requestRecovery()
        .build();
  }

  void start() throws SchedulerException {
    quartz.start();
  }

  /** {@return when the next night is due, in the past if one was missed; empty if never} */
  Optional<Instant> nextNight() throws SchedulerException {
    return Optional.ofNullable((CronTrigger) quartz.getTrigger(DueTimes.NIGHT))
        .map(Trigger::getNextFireTime)
        .map(Date::toInstant);
  }

  /** Does not wait for running tasks: they are short, and may hang on an unreachable share. */
  @Override
  public void close() throws SchedulerException {
    quartz.shutdown(false);
  }
}
