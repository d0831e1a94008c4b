package org.rollcall.web;

import org.rollcall.model.RollcallException;

/** The pages cannot be opened at the address and port of the settings. */
public final class PortUnusable extends RollcallException {
  private static final long serialVersionUID = 1L;

  PortUnusable(String message, Throwable cause) {
    super(message, cause);
  }
}
