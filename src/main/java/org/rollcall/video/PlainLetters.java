package org.rollcall.video;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/** Transliterates text to ASCII: OpenCV's built-in font has no other letters. */
final class PlainLetters {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NON_ASCII = Pattern.compile("[^\\x20-\\x7e]");
  private static final Map<String, String> NEAREST =
      Map.ofEntries(
          Map.entry("ß", "ss"),
          Map.entry("æ", "ae"),
          Map.entry("Æ", "Ae"),
          Map.entry("œ", "oe"),
          Map.entry("Œ", "Oe"),
          Map.entry("ø", "o"),
          Map.entry("Ø", "O"),
          Map.entry("ł", "l"),
          Map.entry("Ł", "L"),
          Map.entry("đ", "d"),
          Map.entry("Đ", "D"),
          Map.entry("ð", "d"),
          Map.entry("þ", "th"),
          Map.entry("ı", "i"),
          Map.entry("’", "'"),
          Map.entry("–", "-"));

  private PlainLetters() {}

  /** {@return the text with other letters replaced by their nearest, or by {@code ?}} */
  static String of(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return NON_ASCII.matcher(plain).replaceAll(letter -> NEAREST.getOrDefault(letter.group(), "?"));
  }
}
