package org.rollcall.cli.console;

import java.io.File;
import java.nio.charset.Charset;
import java.util.Optional;

/** Checks that file names can hold any letters. */
public final class FileNameLetters {
  /** Java sets it from the locale at startup; it cannot be changed later. */
  private static final String PROPERTY = "sun.jnu.encoding";

  private static final String LETTERS = "ë山";

  private FileNameLetters() {}

  /** {@return a warning about the locale of this process; empty if all letters can be used} */
  public static Optional<String> warning() {
    boolean windows = File.separatorChar == '\\'; // supports all letters despite the property
    return windows ? Optional.empty() : warning(System.getProperty(PROPERTY, "UTF-8"));
  }

  /** {@return a warning about an encoding of file names; empty if it has all letters} */
  static Optional<String> warning(String encoding) {
    boolean whole = Charset.forName(encoding).newEncoder().canEncode(LETTERS);
    return whole
        ? Optional.empty()
        : Optional.of(
            "Warning: files and folders with accents or other scripts in their names cannot be used, because the locale encodes them in %s. Set LC_ALL=C.UTF-8 before Rollcall starts."
                .formatted(encoding));
  }
}
