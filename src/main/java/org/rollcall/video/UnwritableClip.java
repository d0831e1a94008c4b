package org.rollcall.video;

import java.nio.file.Path;
import org.rollcall.model.RollcallException;

/** A clip that could not be written, or not in a format that browsers play. */
public final class UnwritableClip extends RollcallException {
  private static final long serialVersionUID = 1L;

  UnwritableClip(Path file, String reason) {
    super("Cannot write %s: %s".formatted(file, reason));
  }

  UnwritableClip(Path file, String reason, Throwable cause) {
    super("Cannot write %s: %s".formatted(file, reason), cause);
  }
}
