package org.rollcall.store.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.Refusal;

class MessageJsonTest {
  @Test
  void write_reason_keepsItsNameAndArguments() {
    assertThat(MessageJson.write(Message.of(Reason.NOT_SURE))).isEqualTo("[\"NOT_SURE\"]");
    assertThat(MessageJson.write(Message.of(Reason.FEW_FRAMES, 4))).isEqualTo("[\"FEW_FRAMES\",4]");
  }

  @Test
  void read_whatWasWritten_isEqual() {
    Message damaged = Message.of(Reason.PHOTO_DAMAGED);
    Message message = Message.of(Reason.PHOTO_UNREADABLE, "Zoë \"1\".jpg", damaged);

    assertThat(MessageJson.read(MessageJson.write(message))).isEqualTo(message);
    assertThat(MessageJson.read(MessageJson.write(message)).text(Locale.GERMAN))
        .startsWith("Das Foto Zoë \"1\".jpg kann nicht gelesen werden: Es ist beschädigt.");
  }

  @Test
  void write_otherMessage_isItsEnglishText() {
    Message refusal = Message.of(Refusal.EMPTY_FILE);

    assertThat(MessageJson.read(MessageJson.write(refusal)))
        .isEqualTo(Message.english(refusal.toString()));
    assertThat(MessageJson.write(Message.english("One line.\nAnd another."))).doesNotContain("\n");
  }

  @Test
  void read_somethingElse_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> MessageJson.read("[\"NO_SUCH\"]"));
    assertThatIllegalArgumentException().isThrownBy(() -> MessageJson.read("Not seen."));
  }
}
