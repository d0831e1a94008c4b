package org.rollcall.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.rollcall.testing.WordLists;

class RefusalTest {
  @Test
  void patterns_all_areThereInEveryLanguage() {
    WordLists.assertComplete(Refusal.class);
  }

  @Test
  void exception_ofASentence_isReadInTheLanguageOfThePerson() {
    RollcallException refused = new RollcallException(Message.of(Refusal.CLASS_EXISTS, "7A"));

    assertThat(refused).hasMessage("There is already a class '7A'. Choose another name.");
    assertThat(refused.in(Locale.ENGLISH)).contains(refused.getMessage());
    assertThat(refused.in(Locale.GERMAN).orElseThrow())
        .startsWith("Die Klasse „7A“ gibt es schon.");
    assertThat(refused.in(Locale.FRENCH)).contains(refused.getMessage());
  }

  @Test
  void exception_inEnglishOnly_saysSo() {
    assertThat(new RollcallException("The disk is away.").in(Locale.GERMAN)).isEmpty();
  }
}
