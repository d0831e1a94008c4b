package org.rollcall.school.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The letters with which languages write names. The wrong code page turns letters into others,
 * which seldom are all of one language.
 */
final class Alphabets {
  private static final int NOT_ASCII = 0x80;

  /** The letters beyond ASCII, a language each. */
  private static final Map<UnicodeScript, List<String>> LETTERS =
      new EnumMap<>(
          Map.of(
              UnicodeScript.LATIN,
              List.of(
                  "äöüß",
                  "àâäæçéèêëïîôöœùûüÿ",
                  "áéíñóúü",
                  "áâãàçéêíóôõúü",
                  "àèéìíîòóùú",
                  "áäéèëíïóöúü",
                  "åäöé",
                  "æøåéöü",
                  "áðéíóúýþæö",
                  "ąćęłńóśźż",
                  "áčďéěíňóřšťúůýž",
                  "áäčďéíĺľňóôŕšťúýž",
                  "áéíóöőúüű",
                  "ăâîșşțţ",
                  "čćđšž",
                  "çğıöşüâîûi̇",
                  "āčēģīķļņšūžō",
                  "ąčęėįšųūž",
                  "äöõüšž",
                  "çë"),
              UnicodeScript.CYRILLIC,
              List.of(
                  "абвгдежзийклмнопрстуфхцчшщъыьэюяё",
                  "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
                  "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
                  "абвгдђежзијклљмнњопрстћуфхцчџш",
                  "абвгдѓежзѕијклљмнњопрстќуфхцчџш"),
              UnicodeScript.GREEK,
              List.of("αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋ")));

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

  /** Hebrew letters of which some stand at the end of words only. */
  private static final Pattern HEBREW = Pattern.compile("[א-ת&&[^ךםןףץ]]*[א-ת]");

  private Alphabets() {}

  /** {@return whether a text has the letters of one language only, beside those of ASCII} */
  static boolean isOfOneLanguage(String text) {
    return isOf(text, UnicodeScript.LATIN)
        && isOf(text, UnicodeScript.CYRILLIC)
        && isOf(text, UnicodeScript.GREEK)
        && hasCapitals(text)
        && isHebrew(text);
  }

  private static boolean isOf(String text, UnicodeScript script) {
    Set<String> found = new TreeSet<>();
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(letter -> letter >= NOT_ASCII && UnicodeScript.of(letter) == script)
        .forEach(letter -> found.add(Character.toString(letter)));
    return found.isEmpty()
        || LETTERS.get(script).stream().anyMatch(all -> found.stream().allMatch(all::contains));
  }

  /** Where letters have capitals, some names start with one. */
  private static boolean hasCapitals(String text) {
    Optional<String> small =
        words(text).filter(word -> Character.isLowerCase(word.codePointAt(0))).findFirst();
    return small.isEmpty()
        || words(text).anyMatch(word -> Character.isUpperCase(word.codePointAt(0)));
  }

  private static boolean isHebrew(String text) {
    return words(text)
        .filter(word -> UnicodeScript.of(word.codePointAt(0)) == UnicodeScript.HEBREW)
        .allMatch(word -> HEBREW.matcher(word).matches());
  }

  /** {@return the words of which no letter is of ASCII} */
  private static Stream<String> words(String text) {
    return WORD.matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(word -> word.chars().allMatch(letter -> letter >= NOT_ASCII));
  }
}
