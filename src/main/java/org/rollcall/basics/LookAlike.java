package org.rollcall.basics;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Compares names by how they look: file systems compose accents differently, and keyboards for
 * several scripts have letters that look the same.
 */
public final class LookAlike {
  /** Cyrillic and Greek capitals, and the Latin ones that they look like, at the same places. */
  private static final String FOREIGN = "АВЕЅІЈКМНОРСТУХΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹ";

  private static final String LATIN = "ABESIJKMHOPCTYXABEZHIKMNOPTYXC";

  private LookAlike() {}

  /**
   * Gives a text that is the same for all names that look the same.
   *
   * @param name the name
   * @return the name in capitals and composed form, with Latin letters where others look like them,
   *     and single spaces
   */
  public static String key(String name) {
    StringBuilder key = new StringBuilder();
    Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .codePoints()
        .map(LookAlike::latin)
        .forEach(key::appendCodePoint);
    return key.toString().strip().replaceAll("\\s+", " ");
  }

  /**
   * Checks whether two names look the same.
   *
   * @param one a name
   * @param other another name
   * @return true if they look the same, apart from letter case
   */
  public static boolean isAlike(String one, String other) {
    return key(one).equals(key(other));
  }

  private static int latin(int letter) {
    int place = FOREIGN.indexOf(letter);
    return place < 0 ? letter : LATIN.charAt(place);
  }
}
