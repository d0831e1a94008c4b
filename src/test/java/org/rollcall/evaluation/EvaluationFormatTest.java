package org.rollcall.evaluation;

import static org.rollcall.testing.DocumentedFormats.assertThatFormatsName;

import org.junit.jupiter.api.Test;
import org.rollcall.testing.DocumentedFormats;

/** The form of an evaluation, and of the truth that it needs, is documented. */
class EvaluationFormatTest {
  @Test
  void fields_ofAnEvaluation_areDocumented() {
    assertThatFormatsName(DocumentedFormats.fields(EvaluationJson.class));
  }

  @Test
  void fields_ofATruth_areDocumented() {
    assertThatFormatsName(DocumentedFormats.fields(TruthFile.class));
  }
}
