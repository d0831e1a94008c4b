package org.rollcall.face.pack;

import java.io.IOException;
import java.nio.file.Path;

/** Turns a pack from its publisher's form into the installed one. */
interface PackConversion {
  /**
   * Writes the networks.
   *
   * @param published the published files, verified
   * @param installed where the networks go
   * @throws IOException if a file cannot be read or written, or is not what the pack needs
   */
  void convert(Path published, Path installed) throws IOException;
}
