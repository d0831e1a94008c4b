package org.rollcall.face.convert;

import java.io.IOException;
import java.nio.file.Path;

/** Converts the published files of a pack to the installed format. */
public interface PackConversion {
  /**
   * Converts the networks.
   *
   * @param published folder of the published files, which have been verified
   * @param installed folder to write the networks to
   * @throws IOException if a file cannot be read or written, or has another content
   */
  void convert(Path published, Path installed) throws IOException;
}
