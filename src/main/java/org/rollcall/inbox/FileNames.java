package org.rollcall.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Names made of the name of a file, no longer than a file system takes. */
final class FileNames {
  private static final int MOST_BYTES = 255;

  private FileNames() {}

  /** The same name for 1; with the number before the extension for others. */
  static String numbered(String name, int number) {
    if (number == 1) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    return with(stem, "_" + number + name.substring(stem.length()));
  }

  /** The name with an ending, cut before that if it would be too long. */
  static String with(String name, String ending) {
    int room = MOST_BYTES - ending.getBytes(UTF_8).length;
    String cut = name;
    while (cut.getBytes(UTF_8).length > room) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut + ending;
  }
}
