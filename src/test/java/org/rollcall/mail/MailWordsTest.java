package org.rollcall.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollcall.model.Status;
import org.rollcall.settings.MailSettings.Language;

class MailWordsTest {
  @ParameterizedTest
  @EnumSource(Language.class)
  void bundle_ofEachLanguage_hasTheSameKeysAndAWordForEachMark(Language language) {
    MailWords words = new MailWords(language.locale());

    assertThat(words.keys()).isEqualTo(new MailWords(Locale.ENGLISH).keys());
    for (Status status : Status.values()) {
      assertThat(words.status(status)).isNotBlank();
    }
    assertThat(words.keys())
        .allSatisfy(key -> assertThat(words.text(key, 2, 3, 4, 5)).isNotBlank());
  }

  @Test
  void bundle_german_isNotEnglish() {
    assertThat(new MailWords(Locale.GERMAN).text("column.lesson")).isEqualTo("Stunde");
  }

  @Test
  void text_numbers_areInTheRightForm() {
    MailWords words = new MailWords(Locale.ENGLISH);

    assertThat(words.text("weekly.lessons", 1)).isEqualTo("One lesson was processed.");
    assertThat(words.text("weekly.lessons", 5)).isEqualTo("5 lessons were processed.");
  }
}
