package org.rollcall.web.kit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathParametersTest {
  @ParameterizedTest
  @ValueSource(strings = {"7A", "2026-11-16_0900", "Çelik.jpg", "a..b", "Klasse 7"})
  void require_names_arePassed(String name) {
    assertThatCode(() -> PathParameters.require(List.of(name))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..",
        ".",
        "../8B/a.mp4",
        "..\\8B",
        "a/b",
        "/",
        "C:a",
        "a\0b",
        "a\nb",
        "a\u007fb",
        ""
      })
  void require_whatMayLeadElsewhere_isMissing(String name) {
    assertThatExceptionOfType(PageProblem.class)
        .isThrownBy(() -> PathParameters.require(List.of("7A", name)));
  }
}
