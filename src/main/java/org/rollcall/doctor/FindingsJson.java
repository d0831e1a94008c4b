package org.rollcall.doctor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes findings as JSON, for other programs. */
public final class FindingsJson {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private FindingsJson() {}

  /**
   * Writes findings.
   *
   * @param findings the findings
   * @return a JSON array of objects with {@code thing}, {@code grade}, {@code found} and {@code
   *     advice}
   */
  public static String write(List<Finding> findings) {
    return JSON.writeValueAsString(findings.stream().map(FindingsJson::object).toList());
  }

  private static Map<String, String> object(Finding finding) {
    Map<String, String> object = new LinkedHashMap<>();
    object.put("thing", finding.thing());
    object.put("grade", finding.grade().name().toLowerCase(Locale.ROOT));
    object.put("found", finding.found());
    object.put("advice", finding.advice());
    return object;
  }
}
