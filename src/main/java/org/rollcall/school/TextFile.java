package org.rollcall.school;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rollcall.model.Message;
import org.rollcall.school.text.DecodedText;
import org.rollcall.school.text.TextDecoder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads text as saved by editors and spreadsheets: Unicode, or a code page where the text makes
 * sense in no other. Which one is in the log, as it may be the wrong one.
 */
public final class TextFile {
  private static final Logger LOG = LoggerFactory.getLogger(TextFile.class);
  private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

  private TextFile() {}

  /**
   * Reads a text file.
   *
   * @param home the home folder, to which paths in messages are relative
   * @param file the file
   * @return its text, without the byte order mark
   * @throws InvalidConfiguration if it cannot be read, or its encoding cannot be told
   */
  public static String read(Home home, Path file) {
    return reading(home, file).text();
  }

  static DecodedText.TextReading reading(Home home, Path file) {
    String shown = home.relative(file);
    try {
      DecodedText text = TextDecoder.decode(Files.readAllBytes(file));
      if (!text.isSure()) {
        throw new InvalidConfiguration(Message.of(Fault.ENCODING_UNSURE, shown, text.encodings()));
      }
      String encoding = text.likeliest().encoding();
      if (!encoding.startsWith("UTF-") && TOLD.add(shown + encoding)) {
        LOG.warn("{} is read as {}. Save it as UTF-8 to be sure of all letters.", shown, encoding);
      }
      return text.likeliest();
    } catch (IOException e) {
      throw new InvalidConfiguration(cannotRead(shown, e), e);
    }
  }

  static String cannotRead(String file, IOException cause) {
    String reason =
        cause instanceof AccessDeniedException ? "access is denied" : cause.getMessage();
    return "Cannot read %s: %s. Check the file and its permissions.".formatted(file, reason);
  }

  /**
   * Decodes text from elsewhere.
   *
   * @param bytes the content of a file
   * @return what it can mean
   */
  public static DecodedText decode(byte[] bytes) {
    return TextDecoder.decode(bytes);
  }
}
