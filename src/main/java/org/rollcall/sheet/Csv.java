package org.rollcall.sheet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values according to RFC 4180, in UTF-8. */
final class Csv {
  // Without it, Excel reads a file in the code page of the computer.
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);

  void line(List<String> fields) {
    text.append(fields.stream().map(Csv::field).collect(Collectors.joining(","))).append("\r\n");
  }

  byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String field(String value) {
    String literal = Page.readAsFormula(value) ? "'" + value : value;
    boolean plain = literal.chars().noneMatch(letter -> ",\"\r\n".indexOf(letter) >= 0);
    return plain ? literal : '"' + literal.replace("\"", "\"\"") + '"';
  }
}
