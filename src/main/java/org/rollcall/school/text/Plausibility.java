package org.rollcall.school.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a text can be what somebody wrote, or was decoded by the wrong code page. Words are the
 * measure: a wrong code page mixes scripts, signs or capital letters into them.
 */
final class Plausibility {
  private static final int NOT_ASCII = 0x80;
  private static final int LONG_WORD = 3;
  private static final Set<UnicodeScript> EAST_ASIAN =
      EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);
  private static final Set<UnicodeScript> OF_NO_SCRIPT =
      EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED);

  /** What no text has, and the letters of half a width. */
  private static final Pattern NEVER =
      Pattern.compile("[\\p{Cc}\\p{Co}\\p{Cn}\\x{FFFD}\\x{FF61}-\\x{FF9F}&&[^\\t\\r\\n\\f]]");

  /** Signs, digits and accents of their own, which touch no letter. */
  private static final String SIGN =
      "[\\p{S}\\p{N}\\p{P}\\p{Lm}\\xAA\\xB5\\xBA&&[^\\x00-\\x7f’ʼ・、。，：；・ー々]]";

  private static final Pattern SIGN_AT_A_LETTER =
      Pattern.compile(
          "\\p{L}(?![“”„»])%1$s|(?![“”„«‘№°€])%1$s\\p{L}|\\p{IsLatin}\\p{M}".formatted(SIGN));

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

  /** A capital within a word of small letters, where one of them is no letter of ASCII. */
  private static final Pattern CAPITAL_WITHIN =
      Pattern.compile(
          "\\p{Ll}(?!\\p{ASCII})\\p{Lu}|(?!\\p{ASCII})\\p{Ll}\\p{Lu}"
              + "|\\p{Lu}(?!\\p{ASCII})\\p{Lu}\\p{Ll}");

  private Plausibility() {}

  /** {@return whether somebody can have written a text} */
  static boolean isPlausible(String text) {
    return !NEVER.matcher(text).find()
        && !SIGN_AT_A_LETTER.matcher(text).find()
        && WORD.matcher(text).results().allMatch(word -> isWord(word.group()));
  }

  private static boolean isWord(String word) {
    return !CAPITAL_WITHIN.matcher(word).find() && isOfOneScript(word) && isNotAllAccents(word);
  }

  private static boolean isOfOneScript(String word) {
    Optional<UnicodeScript> first = Optional.empty();
    for (int letter : word.codePoints().toArray()) {
      UnicodeScript script = UnicodeScript.of(letter);
      if (OF_NO_SCRIPT.contains(script)) {
        continue;
      }
      if (first.isPresent() && !areTogether(first.get(), script)) {
        return false;
      }
      first = Optional.of(script);
    }
    return true;
  }

  private static boolean areTogether(UnicodeScript one, UnicodeScript other) {
    return one == other || (EAST_ASIAN.contains(one) && EAST_ASIAN.contains(other));
  }

  /** No language that is written in Latin letters has names of accents only. */
  private static boolean isNotAllAccents(String word) {
    boolean latin = UnicodeScript.of(word.codePointAt(0)) == UnicodeScript.LATIN;
    return !latin
        || word.length() < LONG_WORD
        || word.chars().anyMatch(letter -> letter < NOT_ASCII);
  }
}
