package org.rollcall.face.pack;

import org.rollcall.model.RollcallException;

/** A model pack could not be installed; what was installed before is still there. */
public final class InstallationFailed extends RollcallException {
  private static final long serialVersionUID = 1L;

  InstallationFailed(String message) {
    super(message);
  }

  InstallationFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
