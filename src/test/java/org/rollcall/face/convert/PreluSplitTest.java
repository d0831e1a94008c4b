package org.rollcall.face.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Evaluates the matrices directly, for slopes of all kinds. */
class PreluSplitTest {
  private static final float[] SLOPES = {0.25f, -0.5f, 0, 1.25f, 1, -1.5f};
  private static final float[][] PLACES = {
    {1, 1, 1, 1, 1, 1}, {-2, -2, -2, -2, -2, -2}, {0, 0, 0, 0, 0, 0}, {-1, 3, -4, 2, -5, 0.5f}
  };

  @Test
  void ofPlain_anyInput_equalsThePrelu() {
    for (float[] place : PLACES) {
      float[] result = apply(PreluSplit.ofPlain(SLOPES), place);

      assertThat(result).containsExactly(prelu(place), within(1e-6f));
    }
  }

  @Test
  void ofPooled_afterMaxPoolingTheSpread_equalsTheMaximumOfThePrelus() {
    Matrix spread = PreluSplit.spread(SLOPES);
    for (float[] first : PLACES) {
      for (float[] second : PLACES) {
        float[] pooled = maximum(multiply(spread, first), multiply(spread, second));

        float[] result = apply(PreluSplit.ofPooled(SLOPES), pooled);

        assertThat(result).containsExactly(maximum(prelu(first), prelu(second)), within(1e-6f));
      }
    }
  }

  @Test
  void spread_anyNumberOfChannels_isPaddedToBlocksOf16() {
    assertThat(PreluSplit.spread(new float[16]).rows()).isEqualTo(16);
    assertThat(PreluSplit.spread(new float[17]).rows()).isEqualTo(32);
    assertThat(PreluSplit.ofPlain(SLOPES).rectified().rows()).isEqualTo(16);
  }

  private static float[] prelu(float... place) {
    float[] bent = new float[place.length];
    for (int channel = 0; channel < place.length; channel++) {
      bent[channel] = place[channel] * (place[channel] >= 0 ? 1 : SLOPES[channel]);
    }
    return bent;
  }

  private static float[] apply(PreluSplit split, float... input) {
    float[] sum = multiply(split.linear(), input);
    float[] rectified = multiply(split.rectified(), input);
    for (int i = 0; i < sum.length; i++) {
      sum[i] += Math.max(0, rectified[i]);
    }
    return multiply(split.mix(), sum);
  }

  private static float[] multiply(Matrix matrix, float... vector) {
    float[] product = new float[matrix.rows()];
    for (int row = 0; row < matrix.rows(); row++) {
      for (int column = 0; column < matrix.columns(); column++) {
        product[row] += matrix.at(row, column) * vector[column];
      }
    }
    return product;
  }

  private static float[] maximum(float[] first, float[] second) {
    float[] maximum = new float[first.length];
    for (int i = 0; i < maximum.length; i++) {
      maximum[i] = Math.max(first[i], second[i]);
    }
    return maximum;
  }
}
