package org.rollcall.schedule;

import java.util.Optional;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.InterruptableJob;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.SchedulerException;
import org.rollcall.model.TemporaryFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The work as Quartz wants it. */
@DisallowConcurrentExecution
final class WorkJob implements InterruptableJob {
  private static final Logger LOG = LoggerFactory.getLogger(WorkJob.class);

  private final Runnable work;
  private final WorkScheduler scheduler;
  private volatile Optional<Thread> worker = Optional.empty();
  private volatile boolean stopped;

  WorkJob(Runnable work, WorkScheduler scheduler) {
    this.work = work;
    this.scheduler = scheduler;
  }

  @Override
  public void execute(JobExecutionContext context) throws JobExecutionException {
    worker = Optional.of(Thread.currentThread());
    if (stopped) {
      return;
    }
    try {
      scheduler.ended(!succeeds());
    } catch (SchedulerException e) {
      throw new JobExecutionException(e);
    } finally {
      // The thread is Quartz's own, which would complain.
      Thread.interrupted();
    }
  }

  private boolean succeeds() {
    try {
      work.run();
      return true;
    } catch (TemporaryFailure e) {
      LOG.info("The run is tried again later. {}", e.getMessage());
      return false;
    } catch (RuntimeException e) {
      LOG.error("Unexpected failure of a run", e);
      return true;
    }
  }

  @Override
  public void interrupt() {
    stopped = true;
    worker.ifPresent(Thread::interrupt);
  }
}
