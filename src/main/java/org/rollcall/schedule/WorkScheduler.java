package org.rollcall.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

/** Quartz with one job, one thread and no memory. */
final class WorkScheduler implements AutoCloseable {
  private static final JobKey JOB = new JobKey("work");

  private final Scheduler scheduler;
  private final Duration retryAfter;
  private final Semaphore ends = new Semaphore(0);

  private WorkScheduler(Scheduler scheduler, Duration retryAfter) {
    this.scheduler = scheduler;
    this.retryAfter = retryAfter;
  }

  static WorkScheduler prepare(List<Trigger> triggers, Runnable work, Duration retryAfter)
      throws SchedulerException {
    Scheduler quartz = new StdSchedulerFactory(properties()).getScheduler();
    WorkScheduler scheduler = new WorkScheduler(quartz, retryAfter);
    quartz.setJobFactory((fired, ignored) -> new WorkJob(work, scheduler));
    JobDetail job = JobBuilder.newJob(WorkJob.class).withIdentity(JOB).build();
    quartz.scheduleJob(job, new HashSet<>(triggers), true);
    return scheduler;
  }

  private static Properties properties() {
    Properties properties = new Properties();
    // Quartz keeps its schedulers in a static map by name.
    properties.setProperty(
        StdSchedulerFactory.PROP_SCHED_INSTANCE_NAME, "rollcall-" + UUID.randomUUID());
    properties.setProperty(StdSchedulerFactory.PROP_SCHED_MAKE_SCHEDULER_THREAD_DAEMON, "true");
    properties.setProperty(
        StdSchedulerFactory.PROP_THREAD_POOL_CLASS, "org.quartz.simpl.SimpleThreadPool");
    properties.setProperty("org.quartz.threadPool.threadCount", "1");
    properties.setProperty("org.quartz.threadPool.threadNamePrefix", "service");
    properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
    return properties;
  }

  void start() throws SchedulerException {
    scheduler.start();
  }

  /** {@return when work is next due} */
  Optional<Instant> next() throws SchedulerException {
    return scheduler.getTriggersOfJob(JOB).stream()
        .map(Trigger::getNextFireTime)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .map(Date::toInstant);
  }

  /** Waits until a piece of work has ended, and the next is set. */
  void awaitEndOfWork() throws InterruptedException {
    ends.acquire();
  }

  /** Called by the job when its work is over. */
  void ended(boolean again) throws SchedulerException {
    if (again) {
      Trigger retry =
          TriggerBuilder.newTrigger()
              .withIdentity("retry")
              .forJob(JOB)
              .startAt(Date.from(Instant.now().plus(retryAfter)))
              .build();
      scheduler.scheduleJob(scheduler.getJobDetail(JOB), Set.of(retry), true);
    }
    ends.release();
  }

  @Override
  public void close() throws SchedulerException {
    scheduler.standby();
    scheduler.interrupt(JOB);
    scheduler.shutdown(true);
  }
}
