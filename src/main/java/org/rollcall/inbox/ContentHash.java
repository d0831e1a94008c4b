package org.rollcall.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import org.rollcall.model.TemporaryFailure;

/** The identity of a recording: its content, whatever it is called. */
public final class ContentHash {
  private static final int BUFFER_BYTES = 1 << 20;

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
    MessageDigest digest = newSha256();
    try (InputStream content = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      long total = 0;
      for (int bytes = content.read(buffer); bytes >= 0; bytes = content.read(buffer)) {
        digest.update(buffer, 0, bytes);
        total += bytes;
        progress.accept(total);
      }
    } catch (IOException e) {
      throw new TemporaryFailure(
          "Cannot read %s: %s. Check that it exists and its drive is connected."
              .formatted(file, FolderWalk.reason(e)),
          e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
