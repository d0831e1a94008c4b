package org.rollcall.store.backup;

import org.rollcall.model.RollcallException;

/** A backup cannot be read. */
public final class UnreadableBackup extends RollcallException {
  private static final long serialVersionUID = 1L;

  UnreadableBackup(String message) {
    super(message);
  }

  UnreadableBackup(String message, Throwable cause) {
    super(message, cause);
  }
}
