package org.rollcall.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Message;
import org.rollcall.model.RollcallException;
import org.rollcall.testing.Waiting;

class PhotoChecksTest {
  private static PhotoChecks.CheckedClass check(Function<String, List<Message>> enrolment)
      throws Exception {
    try (PhotoChecks checks = new PhotoChecks(enrolment)) {
      checks.request("7A");
      return Waiting.until(() -> checks.result("7A"), result -> !result.inProgress());
    }
  }

  @Test
  void request_enrolled_hasItsRemarks() throws Exception {
    assertThat(check(name -> List.of(Message.english(name + " is fine."))).remarks())
        .extracting(Message::toString)
        .containsExactly("7A is fine.");
  }

  @Test
  void request_refused_saysWhy() throws Exception {
    assertThat(check(name -> fail(new RollcallException("No roster."))).problem().orElseThrow())
        .hasToString("No roster.");
  }

  @Test
  void request_failsUnexpectedly_endsWithAReason() throws Exception {
    assertThat(check(name -> fail(new IllegalStateException("odd"))).problem().orElseThrow())
        .asString()
        .contains("Unexpected failure", "odd");
  }

  private static List<Message> fail(RuntimeException failure) {
    throw failure;
  }
}
