package org.rollcall.schedule;

import java.time.Instant;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that is due, as Quartz wants it. It takes no longer than writing it down, so that
 * Quartz never holds a job back for another.
 */
final class DueJob implements Job {
  /** What is to be done. */
  @FunctionalInterface
  interface DueTask {
    /**
     * It is time.
     *
     * @param due when it was due; for a node that died over it, when it was due there
     */
    void due(Instant due);
  }

  private static final Logger LOG = LoggerFactory.getLogger(DueJob.class);

  private final DueTask task;

  DueJob(DueTask task) {
    this.task = task;
  }

  @Override
  public void execute(JobExecutionContext context) {
    try {
      task.due(due(context));
    } catch (RuntimeException e) {
      LOG.error("Unexpected failure of the schedule", e);
    }
  }

  private static Instant due(JobExecutionContext context) {
    if (!context.isRecovering()) {
      return context.getScheduledFireTime().toInstant();
    }
    String original =
        context
            .getMergedJobDataMap()
            .getString(Scheduler.FAILED_JOB_ORIGINAL_TRIGGER_SCHEDULED_FIRETIME_IN_MILLISECONDS);
    return Instant.ofEpochMilli(Long.parseLong(original));
  }
}
