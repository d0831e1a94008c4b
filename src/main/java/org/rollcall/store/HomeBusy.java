package org.rollcall.store;

import org.rollcall.model.TemporaryFailure;

/** Another program works on the home. */
public final class HomeBusy extends TemporaryFailure {
  private static final long serialVersionUID = 1L;

  HomeBusy(String message) {
    super(message);
  }
}
