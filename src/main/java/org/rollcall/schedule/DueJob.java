package org.rollcall.schedule;

import java.time.Instant;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Quartz job that runs a due task. A task only records that something is due and returns at
 * once, so that Quartz never holds back one job because of another.
 */
final class DueJob implements Job {
  /** What to do when it is due. */
  @FunctionalInterface
  interface DueTask {
    /**
     * Called when the task is due.
     *
     * @param due when it was due; after the crash of a node, when it was due on that node
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
      LOG.error("Unexpected failure of the scheduler", e);
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
