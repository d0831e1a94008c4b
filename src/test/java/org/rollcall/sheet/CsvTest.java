package org.rollcall.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  @Test
  void write_umlauts_beginsWithByteOrderMark() {
    assertThat(written("Jäger")).isEqualTo("\uFEFFJäger\r\n");
  }

  @Test
  void line_commaQuoteOrNewLine_isQuoted() {
    assertThat(written("a,b", "say \"hi\"", "two\nlines", "plain"))
        .isEqualTo("\uFEFF\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",plain\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"})
  void line_textLikeFormula_beginsWithApostrophe(String text) {
    assertThat(written(text)).isEqualTo("\uFEFF'" + text + "\r\n");
  }

  @Test
  void line_carriageReturnFirst_beginsWithApostropheInQuotes() {
    assertThat(written("\r=1")).isEqualTo("\uFEFF\"'\r=1\"\r\n");
  }

  private static String written(String... fields) {
    Csv csv = new Csv();
    csv.line(List.of(fields));
    return new String(csv.bytes(), UTF_8);
  }
}
