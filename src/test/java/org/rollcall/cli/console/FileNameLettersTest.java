package org.rollcall.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameLettersTest {
  @ParameterizedTest
  @ValueSource(strings = {"ANSI_X3.4-1968", "ISO-8859-1"})
  void warning_encodingWithoutAllLetters_saysWhatToSet(String encoding) {
    assertThat(FileNameLetters.warning(encoding))
        .hasValueSatisfying(text -> assertThat(text).contains(encoding, "LC_ALL=C.UTF-8"));
  }

  @Test
  void warning_unicode_isNotNeeded() {
    assertThat(FileNameLetters.warning("UTF-8")).isEmpty();
  }
}
