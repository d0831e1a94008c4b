package org.rollcall.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.model.Status;

class WordsTest {
  static Iterable<Locale> languages() {
    return Words.LANGUAGES;
  }

  @ParameterizedTest
  @MethodSource("languages")
  void bundle_ofEachLanguage_hasTheSameKeys(Locale language) {
    assertThat(new Words(language).keys()).isEqualTo(new Words(Locale.ENGLISH).keys());
  }

  @ParameterizedTest
  @MethodSource("languages")
  void status_ofEachKind_hasAWord(Locale language) {
    for (Status status : Status.values()) {
      assertThat(new Words(language).status(status)).isNotBlank();
    }
  }

  @Test
  void text_numbers_areInTheRightForm() {
    Words words = new Words(Locale.ENGLISH);

    assertThat(words.text("classes.lessons", 1)).isEqualTo("1 lesson");
    assertThat(words.text("classes.lessons", 2)).isEqualTo("2 lessons");
    assertThat(words.text("login.later", 1)).endsWith("in 1 minute.");
  }
}
