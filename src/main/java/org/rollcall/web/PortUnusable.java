package org.rollcall.web;

import org.rollcall.model.RollcallException;

/** The page cannot be served where the settings want it. */
public final class PortUnusable extends RollcallException {
  private static final long serialVersionUID = 1L;

  PortUnusable(String message, Throwable cause) {
    super(message, cause);
  }
}
