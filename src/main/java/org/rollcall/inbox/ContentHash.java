package org.rollcall.inbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.rollcall.basics.Sha256;
import org.rollcall.model.TemporaryFailure;

/** The identity of a recording: its content, whatever it is called. */
public final class ContentHash {
  private ContentHash() {}

  /**
   * Hashes a file, reading it once.
   *
   * @param file the file
   * @param progress is told, after each piece, how many bytes have been read in all
   * @return SHA-256, 64 hexadecimal digits in lower case
   * @throws TemporaryFailure if the file cannot be read to its end
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
