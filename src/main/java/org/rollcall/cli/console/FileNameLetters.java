package org.rollcall.cli.console;

import java.io.File;
import java.nio.charset.Charset;
import java.util.Optional;

/** Whether file names can be read, whatever letters they have. */
public final class FileNameLetters {
  /** Java takes it from the locale when it starts; nothing in the process can change it later. */
  private static final String PROPERTY = "sun.jnu.encoding";

  private static final String LETTERS = "ë山";

  private FileNameLetters() {}

  /** {@return what to do about the locale of this process; empty if nothing} */
  public static Optional<String> warning() {
    boolean windows = File.separatorChar == '\\'; // has all letters whatever the property says
    return windows ? Optional.empty() : warning(System.getProperty(PROPERTY, "UTF-8"));
  }

  /** The same for an encoding of file names. */
  static Optional<String> warning(String encoding) {
    boolean whole = Charset.forName(encoding).newEncoder().canEncode(LETTERS);
    return whole
        ? Optional.empty()
        : Optional.of(
            "Warning: files and folders with accents or other scripts in their names cannot be used, because the locale has them in %s. Set LC_ALL=C.UTF-8 before Rollcall starts."
                .formatted(encoding));
  }
}
