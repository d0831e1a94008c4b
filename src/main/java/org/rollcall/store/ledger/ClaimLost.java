package org.rollcall.store.ledger;

import org.rollcall.model.LessonKey;
import org.rollcall.model.TemporaryFailure;

/** The claim on a lesson has expired, or another process holds it now. */
public final class ClaimLost extends TemporaryFailure {
  private static final long serialVersionUID = 1L;

  ClaimLost(LessonKey lesson) {
    super(
        "Cannot finish the work on %s: its claim was not renewed in time, and another process may hold it now."
            .formatted(lesson));
  }
}
