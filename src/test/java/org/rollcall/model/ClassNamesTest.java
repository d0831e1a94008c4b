package org.rollcall.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassNamesTest {
  @ParameterizedTest
  @ValueSource(strings = {"7A", "6ème", "班级一", "Maths Set 1", "7A_7B", "Prof. Neil"})
  void fault_className_isNone(String name) {
    assertThat(ClassNames.fault(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "Maths (Set 1), '(' ')' cannot, 'Maths Set 1'",
        "3°B, '°' cannot, '3B'",
        "7A & 7B, '&' cannot, '7A 7B'",
        "C#, '#' cannot, 'C'",
        "Prof. O'Neil, ''' cannot, 'Prof. ONeil'",
        "\"9D \", '9D ' cannot, '9D'",
        "9D., '9D.' cannot, '9D'",
        "_9D, '_9D' cannot, '9D'",
        "CON, 'CON' cannot, 'Class CON'",
      })
  void fault_somethingElse_saysWhatAndWhatWouldDo(String name, String signs, String better) {
    assertThat(ClassNames.fault(name))
        .get()
        .asString()
        .contains(signs)
        .contains("Rename the folder to " + better);
  }

  @Test
  void fault_signsAlone_asksForLettersAndDigits() {
    assertThat(ClassNames.fault("(#)")).get().asString().contains("letters and digits");
  }

  @Test
  void fault_tooLong_saysHowLong() {
    assertThat(ClassNames.fault("A".repeat(64))).isEmpty();
    assertThat(ClassNames.fault("A".repeat(65)).orElseThrow().text(Locale.GERMAN))
        .contains("65 Zeichen");
  }
}
