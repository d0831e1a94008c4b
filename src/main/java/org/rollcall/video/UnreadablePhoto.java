package org.rollcall.video;

import java.nio.file.Path;
import org.rollcall.model.RollcallException;

/** A photo that cannot be used as one. Its message names the file only, never its folder. */
public final class UnreadablePhoto extends RollcallException {
  private static final long serialVersionUID = 1L;

  UnreadablePhoto(Path file, String reason) {
    super("Cannot read the photo %s: %s".formatted(file.getFileName(), reason));
  }

  UnreadablePhoto(Path file, String reason, Throwable cause) {
    super("Cannot read the photo %s: %s".formatted(file.getFileName(), reason), cause);
  }
}
