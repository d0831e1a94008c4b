package org.rollcall.schedule;

import org.quartz.SchedulerException;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.night.NightSchedule;

/** Says that the schedule shared by the nodes cannot be reached or used. */
final class ScheduleFailed extends TemporaryFailure {
  private static final long serialVersionUID = 1L;

  private ScheduleFailed(String message, Throwable cause) {
    super(message, cause);
  }

  /** {@return the exception to throw; with a schedule in memory, a failure is a bug} */
  static RuntimeException of(NightSchedule plan, SchedulerException failure) {
    if (plan.store().isEmpty()) {
      return new IllegalStateException("Quartz refused to work", failure);
    }
    return new ScheduleFailed(
        "Cannot use the schedule in the database %s: %s. Check that the database runs and can be reached."
            .formatted(plan.store().get().jdbcUrl(), reason(failure)),
        failure);
  }

  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage();
  }
}
