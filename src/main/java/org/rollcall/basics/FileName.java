package org.rollcall.basics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

/**
 * Splits file names into their parts, and extends names without exceeding the length limit of file
 * systems.
 */
public final class FileName {
  private static final int MOST_BYTES = 255;

  private FileName() {}

  /**
   * Gives the extension: the part after the last dot.
   *
   * @param name a name, or a path with {@code /} as the separator
   * @return the extension in lower case, without the dot; empty if there is none
   */
  public static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot > name.lastIndexOf('/') ? name.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
  }

  /**
   * Gives the name without its extension.
   *
   * @param name a name, or a path with {@code /} as the separator
   * @return the part before the last dot; the whole name if there is no extension
   */
  public static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot > name.lastIndexOf('/') ? name.substring(0, dot) : name;
  }

  /**
   * Numbers files that would otherwise have the same name.
   *
   * @param name the name
   * @param number number of the file, from 1
   * @return the name itself for number 1; otherwise the name with {@code _} and the number before
   *     the extension
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
   * Appends an ending to a name.
   *
   * @param name the name
   * @param ending the ending
   * @return the name followed by the ending; the name is truncated if the result would be too long
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
