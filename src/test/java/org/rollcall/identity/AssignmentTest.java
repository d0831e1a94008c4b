package org.rollcall.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AssignmentTest {
  @Test
  void best_greedyWouldBeWrong_findsTheGreaterSum() {
    double[][] gains = {
      {9, 8},
      {8, 1}
    };

    assertThat(Assignment.best(gains)).containsExactly(1, 0);
  }

  @Test
  void best_randomMatrices_isAsGoodAsTryingAll() {
    Random random = new Random(1);
    for (int round = 0; round < 500; round++) {
      double[][] gains = random(random, random.nextInt(6), 1 + random.nextInt(5));

      int[] columns = Assignment.best(gains);

      assertThat(sum(gains, columns))
          .as("round %d: %s", round, Arrays.deepToString(gains))
          .isCloseTo(greatest(gains, 0, 0), within(1e-9));
    }
  }

  @Test
  void best_randomMatrices_givesEachColumnOnceAndNeverAtALoss() {
    Random random = new Random(2);
    for (int round = 0; round < 500; round++) {
      double[][] gains = random(random, 1 + random.nextInt(8), 1 + random.nextInt(8));

      int[] columns = Assignment.best(gains);

      assertThat(Arrays.stream(columns).filter(c -> c != Assignment.NONE).toArray())
          .doesNotHaveDuplicates();
      for (int row = 0; row < columns.length; row++) {
        assertThat(columns[row] == Assignment.NONE || gains[row][columns[row]] > 0).isTrue();
      }
    }
  }

  @Test
  void best_moreRowsThanColumns_leavesTheWorstRowOut() {
    double[][] gains = {{1}, {3}, {2}};

    assertThat(Assignment.best(gains)).containsExactly(Assignment.NONE, 0, Assignment.NONE);
  }

  @Test
  void best_moreColumnsThanRows_takesTheBestColumn() {
    assertThat(Assignment.best(new double[][] {{1, 3, 2}})).containsExactly(1);
  }

  @Test
  void best_noGain_makesNoPair() {
    double[][] gains = {
      {-1, 0},
      {0, -100}
    };

    assertThat(Assignment.best(gains)).containsOnly(Assignment.NONE);
  }

  @Test
  void best_ties_assignAllTheSame() {
    double[][] gains = new double[4][4];
    Arrays.stream(gains).forEach(row -> Arrays.fill(row, 0.5));

    assertThat(Assignment.best(gains)).containsExactlyInAnyOrder(0, 1, 2, 3);
  }

  @Test
  void best_nothingToAssign_isEmpty() {
    assertThat(Assignment.best(new double[0][0])).isEmpty();
    assertThat(Assignment.best(new double[2][0])).containsOnly(Assignment.NONE);
  }

  private static double[][] random(Random random, int rows, int columns) {
    double[][] gains = new double[rows][columns];
    for (double[] row : gains) {
      // Rounded, so that there are ties.
      Arrays.setAll(row, column -> Math.round(20 * random.nextDouble() - 8) / 10.0);
    }
    return gains;
  }

  private static double sum(double[][] gains, int[] columns) {
    double sum = 0;
    for (int row = 0; row < columns.length; row++) {
      sum += columns[row] == Assignment.NONE ? 0 : gains[row][columns[row]];
    }
    return sum;
  }

  /** {@return the greatest sum of the rows from one on, with some columns used up} */
  private static double greatest(double[][] gains, int row, int used) {
    if (row == gains.length) {
      return 0;
    }
    double greatest = greatest(gains, row + 1, used);
    for (int column = 0; column < gains[row].length; column++) {
      if ((used >> column & 1) == 0) {
        double gain = gains[row][column] + greatest(gains, row + 1, used | 1 << column);
        greatest = Math.max(greatest, gain);
      }
    }
    return greatest;
  }
}
