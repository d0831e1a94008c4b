package org.rollcall.video;

import org.rollcall.model.RollcallException;

/**
 * A photo that cannot be read. The message names the file but not its folder, which names a
 * student.
 */
public final class UnreadablePhoto extends RollcallException {
  private static final long serialVersionUID = 1L;

  UnreadablePhoto(String name, String reason) {
    super("Cannot read the photo %s: %s".formatted(name, reason));
  }

  UnreadablePhoto(String name, String reason, Throwable cause) {
    super("Cannot read the photo %s: %s".formatted(name, reason), cause);
  }
}
