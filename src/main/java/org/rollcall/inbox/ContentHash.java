package org.rollcall.inbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.rollcall.basics.Sha256;
import org.rollcall.model.TemporaryFailure;

/** Identifies a recording by its content, whatever its name. */
public final class ContentHash {
  private ContentHash() {}

  /**
   * Hashes a file in a single pass.
   *
   * @param file the file
   * @param progress receives the total number of bytes read so far, after each block
   * @return SHA-256, 64 lower-case hexadecimal digits
   * @throws TemporaryFailure if the file cannot be read to the end
   */
  public static String sha256(Path file, LongConsumer progress) {
    try {
      return Sha256.of(file, progress);
    } catch (IOException e) {
      throw new TemporaryFailure(
          "Cannot read %s: %s. Check that it exists and its drive is connected."
              .formatted(file, FolderWalk.reason(e)),
          e);
    }
  }
}
