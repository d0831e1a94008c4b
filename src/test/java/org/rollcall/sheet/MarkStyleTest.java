package org.rollcall.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.model.Status;

class MarkStyleTest {
  @ParameterizedTest
  @CsvSource({
    "Present,PRESENT",
    "present,PRESENT",
    "P,PRESENT",
    "' p ',PRESENT",
    "LATE,LATE",
    "l,LATE",
    "Left early,LEFT_EARLY",
    "left-early,LEFT_EARLY",
    "LEFT_EARLY,LEFT_EARLY",
    "e,LEFT_EARLY",
    "'absent ',ABSENT",
    "\u00A0Absent,ABSENT",
    "A,ABSENT",
    "review,REVIEW"
  })
  void typed_wordInAnyForm_isUnderstood(String word, Status expected) {
    assertThat(MarkStyle.typed(word).map(MarkStyle::status)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "ill", "?", "*", "presents", "PL"})
  void typed_otherWord_isNoMark(String word) {
    assertThat(MarkStyle.typed(word)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void of_status_hasItsWord(Status status) {
    assertThat(MarkStyle.of(status).title()).isEqualTo(status.title());
  }

  @Test
  void choices_offerNoReview() {
    assertThat(MarkStyle.CHOICES).doesNotContain(MarkStyle.REVIEW).hasSize(4);
  }
}
