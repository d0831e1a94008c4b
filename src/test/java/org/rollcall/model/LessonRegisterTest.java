package org.rollcall.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand in a register, and which mark holds. */
class LessonRegisterTest {
  private static final Student ADA = new Student("1001", "Ada Ahlström");

  @Test
  void rowStatus_withoutCorrection_isRollcalls() {
    assertThat(row(Optional.empty()).status()).isEqualTo(Status.REVIEW);
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void rowStatus_corrected_isTheTeachers(Status status) {
    Correction correction = new Correction(Optional.of(status), "");

    assertThat(row(Optional.of(correction)).status()).isEqualTo(status);
  }

  @Test
  void rowStatus_remarkAlone_isRollcalls() {
    Correction remark = new Correction(Optional.empty(), "ask her");

    assertThat(row(Optional.of(remark)).status()).isEqualTo(Status.REVIEW);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.001, 1.001, Double.NaN, Double.POSITIVE_INFINITY})
  void verdict_confidenceOutside_isRefused(double confidence) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Verdict(ADA, Status.PRESENT, Optional.empty(), confidence, Optional.empty()))
        .withMessageContaining("0..1");
  }

  @Test
  void presence_lastBeforeFirst_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> presence(Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .withMessageContaining("before first seen");
  }

  @Test
  void presence_seenOnce_endsWhenItBegins() {
    assertThat(presence(Duration.ofSeconds(2), Duration.ofSeconds(2)).last())
        .isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void outcome_reasons_belongToWhatIsNotDone() {
    assertThat(Outcome.done().reasons()).isEmpty();
    assertThat(Outcome.failed(Message.english("No picture.")).reasons())
        .hasToString("[No picture.]");
    assertThatIllegalArgumentException().isThrownBy(() -> Outcome.partial(List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Outcome(Outcome.Completion.DONE, List.of(Message.english("but"))));
  }

  @Test
  void status_attended_isWhoWasThereForAPart() {
    assertThat(Status.values())
        .filteredOn(Status::attended)
        .containsExactly(Status.PRESENT, Status.LATE, Status.LEFT_EARLY);
  }

  @Test
  void roster_idTwice_isRefusedWithoutTheName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Roster("7A", List.of(ADA, new Student("1001", "Bo Berg"))))
        .withMessage("Class '7A' has the id '1001' twice");
  }

  @Test
  void student_blankIdOrName_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Student(" ", "Ada"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Student("1001", ""));
  }

  private static LessonRegister.Row row(Optional<Correction> correction) {
    Verdict verdict =
        new Verdict(
            ADA, Status.REVIEW, Optional.empty(), 0, Optional.of(Message.english("Not sure.")));
    return new LessonRegister.Row(verdict, Optional.empty(), Optional.empty(), correction);
  }

  private static Verdict.Presence presence(Duration first, Duration last) {
    return new Verdict.Presence(first, last, Duration.ofSeconds(1), 1, List.of(1));
  }
}
