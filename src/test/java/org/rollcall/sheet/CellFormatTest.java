package org.rollcall.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CellFormatTest {
  /** No two of the four facts agree in all of them, so that a mix-up would show. */
  private static final List<CellFormat> SOME =
      List.of(
          format(false, false, false, false),
          format(false, true, false, true),
          format(false, false, true, true));

  private static CellFormat format(
      boolean bold, boolean wrapped, boolean literal, boolean upright) {
    return new CellFormat(
        11,
        bold,
        "111111",
        "222222",
        HorizontalAlignment.CENTER,
        "0.000",
        wrapped,
        CellFormat.BorderStyle.NONE,
        literal,
        upright);
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        change("points", 16, f -> f.points(16)),
        change("bold", true, CellFormat::heavy),
        change("ink", "ABCDEF", f -> f.ink("ABCDEF")),
        change("fill", "ABCDEF", f -> f.fill("ABCDEF")),
        change("align", HorizontalAlignment.RIGHT, f -> f.align(HorizontalAlignment.RIGHT)),
        change("format", "hh:mm", f -> f.format("hh:mm")),
        change("wrapped", true, CellFormat::wrap),
        change("frame", CellFormat.BorderStyle.ALL, CellFormat::rule),
        change("frame", CellFormat.BorderStyle.ABOVE_AND_BELOW, CellFormat::rowLines),
        change("literal", true, CellFormat::asLiteral),
        change("upright", true, CellFormat::turn));
  }

  private static Arguments change(String part, Object value, UnaryOperator<CellFormat> change) {
    return Arguments.of(part, value, change);
  }

  @ParameterizedTest(name = "{0} to {1}")
  @MethodSource("changes")
  void change_onePart_keepsTheOthers(String part, Object value, UnaryOperator<CellFormat> change) {
    for (CellFormat some : SOME) {
      List<String> expected = new ArrayList<>(parts(some));
      expected.replaceAll(one -> one.startsWith(part + "=") ? part + "=" + value : one);

      assertThat(parts(change.apply(some))).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void of_mark_isItsColoursInBold(MarkStyle mark) {
    CellFormat format = CellFormat.of(mark);

    assertThat(format.fill()).isEqualTo(mark.fill());
    assertThat(format.ink()).isEqualTo(mark.ink());
    assertThat(format.bold()).isTrue();
  }

  @Test
  void heading_words_areWhiteOnDeepBlue() {
    assertThat(CellFormat.HEADING.ink()).isEqualTo("FFFFFF");
    assertThat(CellFormat.HEADING.fill()).isEqualTo(CellFormat.DEEP);
    assertThat(CellFormat.HEADING.wrapped()).isTrue();
  }

  private static List<String> parts(CellFormat format) {
    return Arrays.stream(CellFormat.class.getRecordComponents())
        .map(part -> part.getName() + "=" + value(format, part.getName()))
        .toList();
  }

  private static Object value(CellFormat format, String part) {
    try {
      return CellFormat.class.getDeclaredMethod(part).invoke(format);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("No part " + part, e);
    }
  }
}
