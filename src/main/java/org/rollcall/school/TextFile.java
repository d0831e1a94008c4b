package org.rollcall.school;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Decodes text as saved by editors and spreadsheets: UTF-8 with or without a byte order mark,
 * UTF-16 with one, otherwise Windows-1252.
 */
public final class TextFile {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private TextFile() {}

  /**
   * Reads a text file.
   *
   * @param home the home folder, to which paths in messages are relative
   * @param file the file
   * @return its text, without the byte order mark
   * @throws InvalidConfiguration if it cannot be read
   */
  public static String read(Home home, Path file) {
    try {
      return decode(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new InvalidConfiguration(cannotRead(home.relative(file), e), e);
    }
  }

  static String cannotRead(String file, IOException cause) {
    String reason =
        cause instanceof AccessDeniedException ? "access is denied" : cause.getMessage();
    return "Cannot read %s: %s. Check the file and its permissions.".formatted(file, reason);
  }

  static String decode(byte[] bytes) {
    String text = decodeAll(bytes);
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static String decodeAll(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, WINDOWS);
    }
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }
}
