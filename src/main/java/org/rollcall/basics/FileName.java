package org.rollcall.basics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

/** The parts of a file's name, and names made of it that no file system finds too long. */
public final class FileName {
  private static final int MOST_BYTES = 255;

  private FileName() {}

  /**
   * Gives what stands behind the last dot.
   *
   * @param name a name, or a path with {@code /} between its parts
   * @return the extension in lower case, without the dot; empty if there is none
   */
  public static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot > name.lastIndexOf('/') ? name.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
  }

  /**
   * Gives what stands before the extension.
   *
   * @param name a name, or a path with {@code /} between its parts
   * @return the name without its last dot and what follows; all of it if there is none
   */
  public static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot > name.lastIndexOf('/') ? name.substring(0, dot) : name;
  }

  /**
   * Tells files apart that would have the same name.
   *
   * @param name the name
   * @param number which of them it is, from 1
   * @return the same name for the first; for others with {@code _} and the number before the
   *     extension
   */
  public static String numbered(String name, int number) {
    if (number == 1) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    return with(stem, "_" + number + name.substring(stem.length()));
  }

  /**
   * Makes a name longer.
   *
   * @param name the name
   * @param ending what follows it
   * @return both; the name is cut where they would be too long together
   */
  public static String with(String name, String ending) {
    int room = MOST_BYTES - ending.getBytes(UTF_8).length;
    String cut = name;
    while (cut.getBytes(UTF_8).length > room) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut + ending;
  }
}
