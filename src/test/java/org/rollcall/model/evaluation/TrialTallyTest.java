package org.rollcall.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.testing.MadeTrials.NOBODY;
import static org.rollcall.testing.MadeTrials.sure;
import static org.rollcall.testing.MadeTrials.unsure;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Student;
import org.rollcall.model.evaluation.Trial.TrialOutcome;
import org.rollcall.testing.MadeTrials;

class TrialTallyTest {
  private static final Optional<Student> ADA = Optional.of(MadeTrials.ADA);
  private static final Optional<Student> BEN = Optional.of(MadeTrials.BEN);

  @Test
  void outcome_ofSomebodyWhoWasThere_followsFromTheAnswer() {
    assertThat(sure(ADA, ADA).outcome()).isEqualTo(TrialOutcome.FOUND);
    assertThat(unsure(ADA, ADA).outcome()).isEqualTo(TrialOutcome.REVIEW);
    assertThat(unsure(ADA, NOBODY).outcome()).isEqualTo(TrialOutcome.MISSED);
    assertThat(unsure(ADA, BEN).outcome()).isEqualTo(TrialOutcome.MISSED);
    assertThat(sure(ADA, BEN).outcome()).isEqualTo(TrialOutcome.MISSED);
  }

  @Test
  void outcome_ofSomebodyWhoWasNotThere_followsFromTheAnswer() {
    assertThat(unsure(NOBODY, NOBODY).outcome()).isEqualTo(TrialOutcome.REJECTED);
    assertThat(unsure(NOBODY, ADA).outcome()).isEqualTo(TrialOutcome.FALSE_REVIEW);
    assertThat(sure(NOBODY, ADA).outcome()).isEqualTo(TrialOutcome.FALSE_PRESENT);
  }

  @Test
  void confused_isOnlyWhoIsSurelyTakenForAnother() {
    assertThat(sure(ADA, BEN).confused()).isTrue();
    assertThat(unsure(ADA, BEN).confused()).isFalse();
    assertThat(sure(ADA, ADA).confused()).isFalse();
    assertThat(sure(NOBODY, BEN).confused()).isFalse();
  }

  @Test
  void of_mixedTrials_countsEachOnceAndReviewAsHalfFound() {
    TrialTally tally =
        TrialTally.of(
            List.of(
                sure(ADA, ADA),
                unsure(BEN, BEN),
                sure(ADA, BEN),
                unsure(NOBODY, NOBODY),
                sure(NOBODY, ADA)));

    assertThat(tally.present()).isEqualTo(3);
    assertThat(tally.absent()).isEqualTo(2);
    assertThat(tally.confused()).isEqualTo(1);
    assertThat(tally.found()).isEqualTo(new Proportion(1.5, 3));
    assertThat(tally.falsePresent()).isEqualTo(new Proportion(1, 2));
  }
}
