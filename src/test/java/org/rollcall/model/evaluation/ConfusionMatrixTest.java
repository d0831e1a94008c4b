package org.rollcall.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.testing.MadeTrials.NOBODY;
import static org.rollcall.testing.MadeTrials.sure;
import static org.rollcall.testing.MadeTrials.unsure;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Student;
import org.rollcall.model.evaluation.ConfusionMatrix.PredictionKind;
import org.rollcall.testing.MadeTrials;

class ConfusionMatrixTest {
  private static final Optional<Student> ADA = Optional.of(MadeTrials.ADA);
  private static final Optional<Student> BEN = Optional.of(MadeTrials.BEN);

  private final ConfusionMatrix matrix =
      ConfusionMatrix.of(
          List.of(MadeTrials.ADA, MadeTrials.BEN),
          List.of(
              sure(ADA, ADA),
              sure(ADA, ADA),
              sure(ADA, BEN),
              unsure(BEN, NOBODY),
              unsure(BEN, ADA),
              sure(NOBODY, BEN),
              unsure(NOBODY, NOBODY)));

  @Test
  void of_trials_standInTheRowOfTheTruthAndTheColumnOfTheAnswer() {
    assertThat(row(0)).containsExactly(2, 1, 0, 0);
    assertThat(row(1)).containsExactly(0, 0, 1, 1);
    assertThat(row(matrix.unknown())).containsExactly(0, 1, 1, 0);
  }

  @Test
  void kind_ofCells_tellsRightFromWrong() {
    assertThat(matrix.kind(0, 0)).isEqualTo(PredictionKind.RIGHT);
    assertThat(matrix.kind(matrix.unknown(), matrix.unknown())).isEqualTo(PredictionKind.RIGHT);
    assertThat(matrix.kind(0, 1)).isEqualTo(PredictionKind.WRONG);
    assertThat(matrix.kind(matrix.unknown(), 1)).isEqualTo(PredictionKind.WRONG);
    assertThat(matrix.kind(1, matrix.unknown())).isEqualTo(PredictionKind.MISSED);
    assertThat(matrix.kind(matrix.unknown(), matrix.review())).isEqualTo(PredictionKind.REVIEW);
  }

  private List<Integer> row(int row) {
    return List.of(
        matrix.count(row, 0),
        matrix.count(row, 1),
        matrix.count(row, matrix.unknown()),
        matrix.count(row, matrix.review()));
  }
}
