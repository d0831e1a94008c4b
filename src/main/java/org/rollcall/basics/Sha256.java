package org.rollcall.basics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/** Computes SHA-256 hashes, written as 64 lower-case hexadecimal digits. */
public final class Sha256 {
  private static final int BUFFER_BYTES = 1 << 20;

  private Sha256() {}

  /**
   * Hashes a text.
   *
   * @param text the text, encoded as UTF-8
   * @return its hash
   */
  public static String of(String text) {
    return of(text.getBytes(UTF_8));
  }

  /**
   * Hashes bytes.
   *
   * @param bytes the bytes
   * @return their hash
   */
  public static String of(byte[] bytes) {
    return hex(newDigest().digest(bytes));
  }

  /**
   * Hashes a file.
   *
   * @param file the file
   * @return the hash of its content
   * @throws IOException if it cannot be read to the end
   */
  public static String of(Path file) throws IOException {
    return of(file, bytes -> {});
  }

  /**
   * Hashes a large file, reporting progress.
   *
   * @param file the file
   * @param progress receives the total number of bytes read so far, after each block
   * @return the hash of its content
   * @throws IOException if it cannot be read to the end
   */
  public static String of(Path file, LongConsumer progress) throws IOException {
    MessageDigest digest = newDigest();
    try (InputStream content = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      long total = 0;
      for (int bytes = content.read(buffer); bytes >= 0; bytes = content.read(buffer)) {
        digest.update(buffer, 0, bytes);
        total += bytes;
        progress.accept(total);
      }
    }
    return hex(digest.digest());
  }

  /**
   * Formats a hash as hexadecimal digits.
   *
   * @param digest the hash
   * @return its hexadecimal digits
   */
  public static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }

  /** {@return a new digest, for hashing a stream or data in blocks} */
  public static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
