package org.rollcall.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollcall.testing.WordLists;

class ReasonTest {
  @Test
  void patterns_all_areThereInEveryLanguage() {
    WordLists.assertComplete(Reason.class);
  }

  @Test
  void message_ofANumber_agreesWithIt() {
    assertThat(Message.of(Reason.FEW_FRAMES, 1)).hasToString("Seen in only 1 frame.");
    assertThat(Message.of(Reason.FEW_FRAMES, 4)).hasToString("Seen in only 4 frames.");
    assertThat(Message.of(Reason.FEW_FRAMES, 1).text(Locale.GERMAN))
        .isEqualTo("Nur in einem Bild gesehen.");
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void message_ofOneOrSeveral_isWordedInEveryLanguage(Reason reason) {
    for (int number : new int[] {1, 12}) {
      Message message = Message.of(reason, number, number, number, number);
      assertThat(message.toString()).isNotBlank().doesNotContain("{", "#");
      assertThat(message.text(Locale.GERMAN)).isNotBlank().doesNotContain("{", "#");
    }
  }

  @Test
  void message_withinAnother_followsItsLanguage() {
    Message failure =
        Message.of(Reason.PHOTO_UNREADABLE, "a.jpg", Message.of(Reason.PHOTO_DAMAGED));

    assertThat(failure)
        .hasToString("Cannot read the photo a.jpg: it is damaged. Save or copy it again.");
    assertThat(failure.text(Locale.GERMAN))
        .isEqualTo(
            "Das Foto a.jpg kann nicht gelesen werden: Es ist beschädigt. Speichern oder kopieren"
                + " Sie es noch einmal.");
  }
}
