package org.rollcall.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Compares the word lists of the languages. */
public final class WordLists {
  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

  private WordLists() {}

  /**
   * Asserts that each language has a sentence for each constant and nothing else, with the same
   * placeholders.
   *
   * @param sentences enum of the sentences, beside which their word lists lie
   */
  public static void assertComplete(Class<? extends Enum<?>> sentences) {
    List<String> names = Stream.of(sentences.getEnumConstants()).map(Enum::name).sorted().toList();
    for (Locale language : LANGUAGES) {
      ResourceBundle words = words(sentences, language);
      assertThat(Collections.list(words.getKeys()).stream().sorted(Comparator.naturalOrder()))
          .as("%s in %s", sentences.getSimpleName(), language)
          .containsExactlyElementsOf(names);
      for (String name : names) {
        assertThat(placeholders(words.getString(name)))
            .as("%s in %s", name, language)
            .isEqualTo(placeholders(words(sentences, Locale.ENGLISH).getString(name)));
      }
    }
  }

  private static ResourceBundle words(Class<?> sentences, Locale language) {
    return ResourceBundle.getBundle(
        sentences.getName(), language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  private static Set<String> placeholders(String pattern) {
    Set<String> found = new TreeSet<>();
    PLACEHOLDER.matcher(pattern).results().map(MatchResult::group).forEach(found::add);
    return found;
  }
}
