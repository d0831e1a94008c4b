package org.rollcall.basics;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookAlikeTest {
  @ParameterizedTest
  @CsvSource({
    "7A, 7a",
    "7A, 7А", // Cyrillic
    "7A, 7Α", // Greek
    "7A, ７Ａ", // full width
    "10b, 10B",
    "8C, 8С",
    "Room 12, Room\u00a0 12",
    "ﬁ, fi",
    "ΚΛΑΣΗ, κλαση",
  })
  void isAlike_namesThatLookTheSame_isTrue(String one, String other) {
    assertThat(LookAlike.isAlike(one, other)).isTrue();
  }

  @Test
  void isAlike_accentsInTwoParts_isTrue() {
    String composed = "6ème";

    assertThat(LookAlike.isAlike(composed, Normalizer.normalize(composed, Normalizer.Form.NFD)))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({"7A, 7B", "7A, 7 A", "6ème, 6eme", "10, 1O", "7Ä, 7A", "班一, 班二"})
  void isAlike_namesThatDiffer_isFalse(String one, String other) {
    assertThat(LookAlike.isAlike(one, other)).isFalse();
  }
}
