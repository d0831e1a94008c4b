package org.rollcall.basics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {
  @ParameterizedTest
  @CsvSource({
    "a.mp4, mp4, a",
    "A.B.MP4, mp4, A.B",
    "7A/2026.11/a, '', 7A/2026.11/a",
    "7A.x/a.mkv, mkv, 7A.x/a",
    "mp4, '', mp4",
    ".hidden, hidden, ''",
    "a., '', a"
  })
  void extensionAndStem_name_areBeforeAndBehindTheLastDot(
      String name, String extension, String stem) {
    assertThat(FileName.extension(name)).isEqualTo(extension);
    assertThat(FileName.stem(name)).isEqualTo(stem);
  }

  @ParameterizedTest
  @CsvSource({"a.mp4, 1, a.mp4", "a.mp4, 2, a_2.mp4", "a, 3, a_3", ".a, 2, .a_2"})
  void numbered_name_hasTheNumberBeforeTheExtension(String name, int number, String expected) {
    assertThat(FileName.numbered(name, number)).isEqualTo(expected);
  }

  @Test
  void with_tooLongTogether_cutsTheNameBetweenLetters() {
    String name = FileName.with("é".repeat(127), ".part");

    assertThat(name).isEqualTo("é".repeat(125) + ".part");
    assertThat(name.getBytes(UTF_8)).hasSize(255);
  }
}
