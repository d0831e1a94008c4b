package org.rollcall.store.backup;

import org.rollcall.model.RollcallException;

/** A backup cannot be written. */
public final class UnwritableBackup extends RollcallException {
  private static final long serialVersionUID = 1L;

  UnwritableBackup(String message) {
    super(message);
  }

  UnwritableBackup(String message, Throwable cause) {
    super(message, cause);
  }
}
