package org.rollcall.inbox.name;

import org.rollcall.model.Message;

/** Thrown while a name is read, for a part of it that a person must decide about. */
public final class DoubtfulName extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Message reason;

  /** Creates a doubt, without a stack trace since it is an ordinary answer. */
  DoubtfulName(Message reason) {
    super(reason.toString(), null, false, false);
    this.reason = reason;
  }

  /** {@return what a person has to decide} */
  public Message reason() {
    return reason;
  }
}
