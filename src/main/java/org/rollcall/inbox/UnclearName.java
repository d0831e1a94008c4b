package org.rollcall.inbox;

import org.rollcall.model.RollcallException;

/** Thrown when the name of a recording does not identify its lesson. */
public final class UnclearName extends RollcallException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  UnclearName(String file, String reason) {
    super("Cannot tell which lesson %s shows: %s.".formatted(file, reason));
    this.reason = reason;
  }

  /** {@return what is unclear and what was expected, without the file name} */
  String reason() {
    return reason;
  }
}
