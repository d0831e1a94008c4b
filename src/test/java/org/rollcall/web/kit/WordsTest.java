package org.rollcall.web.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.access.BadUser;
import org.rollcall.doctor.Finding;
import org.rollcall.face.pack.PackStatus;
import org.rollcall.model.Status;
import org.rollcall.store.account.Account;
import org.rollcall.store.account.AuditEntry;
import org.rollcall.store.ledger.Recording;

class WordsTest {
  static Iterable<Locale> languages() {
    return Words.LANGUAGES;
  }

  @ParameterizedTest
  @MethodSource("languages")
  void bundle_ofEachLanguage_hasTheSameKeys(Locale language) {
    assertThat(new Words(language).keys()).isEqualTo(new Words(Locale.ENGLISH).keys());
  }

  @ParameterizedTest
  @MethodSource("languages")
  void status_ofEachKind_hasAWord(Locale language) {
    for (Status status : Status.values()) {
      assertThat(new Words(language).status(status)).isNotBlank();
    }
  }

  /** Templates put the keys together of these. */
  @ParameterizedTest
  @MethodSource("languages")
  void lookup_ofEachConstantThatPagesShow_hasAWord(Locale language) {
    Words words = new Words(language);
    for (Recording.RecordingState state : Recording.RecordingState.values()) {
      assertThat(words.text("state." + state)).isNotBlank();
    }
    for (AuditEntry.Action action : AuditEntry.Action.values()) {
      assertThat(words.text("action." + action)).isNotBlank();
    }
    for (Account.Role role : Account.Role.values()) {
      assertThat(words.text("role." + role)).isNotBlank();
    }
    for (BadUser.UserProblem why : BadUser.UserProblem.values()) {
      assertThat(words.text("users.problem." + why, "x")).isNotBlank();
    }
    for (PackStatus.PackState state : PackStatus.PackState.values()) {
      assertThat(words.text("packs." + state)).isNotBlank();
    }
    for (Finding.Grade grade : Finding.Grade.values()) {
      assertThat(words.text("grade." + grade)).isNotBlank();
    }
  }

  @Test
  void bytes_sizes_areInTheNearestUnit() {
    assertThat(new Words(Locale.ENGLISH).bytes(999)).isEqualTo("999 B");
    assertThat(new Words(Locale.ENGLISH).bytes(1500)).isEqualTo("1.5 kB");
    assertThat(new Words(Locale.GERMAN).bytes(2_340_000_000L)).isEqualTo("2,3 GB");
    assertThat(new Words(Locale.ENGLISH).bytes(345_600_000)).isEqualTo("346 MB");
  }

  @Test
  void text_numbers_areInTheRightForm() {
    Words words = new Words(Locale.ENGLISH);

    assertThat(words.text("classes.lessons", 1)).isEqualTo("1 lesson");
    assertThat(words.text("classes.lessons", 2)).isEqualTo("2 lessons");
    assertThat(words.text("login.later", 1)).endsWith("in 1 minute.");
  }
}
