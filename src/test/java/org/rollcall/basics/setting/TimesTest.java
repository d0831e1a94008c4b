package org.rollcall.basics.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
  @ParameterizedTest
  @CsvSource({"0s, 0", "500ms, 500", "90s, 90000", "2500ms, 2500", "10m, 600000", "1d, 86400000"})
  void parse_whatIsWritten_givesItBack(String text, long millis) {
    assertThat(Times.parse(text)).isEqualTo(Duration.ofMillis(millis));
    assertThat(Times.write(Duration.ofMillis(millis))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "-1s", "1.5s", "1 minute", "9999999999s"})
  void parse_somethingElse_isRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Times.parse(text))
        .withMessageContaining("found '" + text + "'");
  }
}
