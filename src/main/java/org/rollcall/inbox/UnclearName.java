package org.rollcall.inbox;

import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.RollcallException;

/** Thrown when the name of a recording does not identify its lesson. */
public final class UnclearName extends RollcallException {
  private static final long serialVersionUID = 1L;

  private final transient Message reason;
  private final boolean doubtful;

  private UnclearName(String file, Message reason, boolean doubtful) {
    super(Message.of(Reason.NAME_UNCLEAR, file, reason));
    this.reason = reason;
    this.doubtful = doubtful;
  }

  /** A name that says nothing about the lesson. */
  static UnclearName useless(String file, Message reason) {
    return new UnclearName(file, reason, false);
  }

  /** A name that says something that only a person can understand. */
  static UnclearName doubtful(String file, Message reason) {
    return new UnclearName(file, reason, true);
  }

  /** {@return what is unclear and what to do, without the file name} */
  Message reason() {
    return reason;
  }

  /** {@return whether the recording waits for a person to tell its lesson} */
  public boolean isDoubtful() {
    return doubtful;
  }
}
