package org.rollcall.face.pack;

import org.rollcall.model.RollcallException;

/** A model pack could not be installed; a previous installation of it is still in place. */
public final class InstallationFailed extends RollcallException {
  private static final long serialVersionUID = 1L;

  InstallationFailed(String message) {
    super(message);
  }

  InstallationFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
