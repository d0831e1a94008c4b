package org.rollcall.result;

import static org.rollcall.testing.DocumentedFormats.assertThatFormatsName;

import org.junit.jupiter.api.Test;
import org.rollcall.testing.DocumentedFormats;

/** The form of the results for machines is documented. */
class ResultFormatTest {
  @Test
  void fields_ofTheResult_areDocumented() {
    assertThatFormatsName(DocumentedFormats.fields(ResultJson.class));
  }
}
