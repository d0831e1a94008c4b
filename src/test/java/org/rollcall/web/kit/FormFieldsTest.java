package org.rollcall.web.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormFieldsTest {
  private static FormFields parse(String text) {
    return FormFields.parse(text.getBytes(UTF_8));
  }

  @Test
  void parse_form_hasAllFields() {
    FormFields form = parse("name=%C3%87elik+%26+Co&class=7A&class=8B&empty=&alone");

    assertThat(form.first("name")).contains("Çelik & Co");
    assertThat(form.all("class")).containsExactly("7A", "8B");
    assertThat(form.first("empty")).contains("");
    assertThat(form.first("alone")).contains("");
    assertThat(form.first("nothing")).isEmpty();
    assertThat(parse("").fields()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%zz", "%=1", "a=%-1"})
  void parse_badEncoding_isRefused(String text) {
    assertThatExceptionOfType(PageProblem.class).isThrownBy(() -> parse(text));
  }

  @Test
  void parse_manyFields_isRefused() {
    assertThat(parse("a=1&".repeat(999) + "b=2").all("a")).hasSize(999);
    assertThatExceptionOfType(PageProblem.class).isThrownBy(() -> parse("a=1&".repeat(1001)));
  }
}
