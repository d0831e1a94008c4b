package org.rollcall.identity.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CholeskyTest {
  @Test
  void factor_handWorkedMatrix_isItsRoot() {
    double[][] root = Cholesky.factor(new double[][] {{4}, {12, 37}, {-16, -43, 98}});

    assertThat(root).isDeepEqualTo(new double[][] {{2}, {6, 1}, {-8, 5, 3}});
  }

  @Test
  void invert_triangle_givesTheIdentityWithIt() {
    double[][] lower = {{2}, {6, 1}, {-8, 5, 3}};

    double[][] inverse = Cholesky.invert(lower);

    for (int i = 0; i < lower.length; i++) {
      for (int j = 0; j <= i; j++) {
        assertThat(product(lower, inverse, i, j)).isCloseTo(i == j ? 1 : 0, within(1e-12));
      }
    }
  }

  /** {@return an element of the product of two lower triangles} */
  private static double product(double[][] left, double[][] right, int row, int column) {
    double product = 0;
    for (int k = column; k <= row; k++) {
      product += left[row][k] * right[k][column];
    }
    return product;
  }
}
