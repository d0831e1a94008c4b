package org.rollcall.identity;

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
        double product = 0;
        for (int k = j; k <= i; k++) {
          product += lower[i][k] * inverse[k][j];
        }
        assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-12));
      }
    }
  }
}
