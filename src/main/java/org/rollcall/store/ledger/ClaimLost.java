package org.rollcall.store.ledger;

import org.rollcall.model.LessonKey;
import org.rollcall.model.TemporaryFailure;

/** The claim on a lesson has expired, or another process holds it now. */
public final class ClaimLost extends TemporaryFailure {
  private static final long serialVersionUID = 1L;

  ClaimLost(LessonKey lesson) {
    super(
        "Cannot end the work on %s: it took too long to say that it goes on, and another process may have it now."
            .formatted(lesson));
  }
}
