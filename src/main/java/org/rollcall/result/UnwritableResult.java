package org.rollcall.result;

import org.rollcall.model.TemporaryFailure;

/** Thrown when the results of a lesson cannot be written. */
public final class UnwritableResult extends TemporaryFailure {
  private static final long serialVersionUID = 1L;

  UnwritableResult(String message, Throwable cause) {
    super(message, cause);
  }
}
