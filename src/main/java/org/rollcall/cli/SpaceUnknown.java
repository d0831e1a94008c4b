package org.rollcall.cli;

import java.io.IOException;
import org.rollcall.model.TemporaryFailure;

/** Says that the free disk space cannot be determined. */
final class SpaceUnknown extends TemporaryFailure {
  private static final long serialVersionUID = 1L;

  SpaceUnknown(String folder, IOException cause) {
    super(
        "Cannot find out the free space of %s: %s. Check that the disk is there."
            .formatted(folder, cause),
        cause);
  }
}
