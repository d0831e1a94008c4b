package org.rollcall.identity.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rollcall.model.picture.Embedding;

class WhiteningTest {
  private static final float[] WIDE_ALONG_X = {1, 0, 0, 0, 0.1f, 0, 0, 0, 0.1f};

  @Test
  void apply_roundScatter_changesNoAngle() {
    Whitening round = new Whitening(new float[] {0.3f, 0, 0, 0.3f}, 2);

    assertThat(cosine(round, Embedding.normalised(1, 0), Embedding.normalised(3, 4)))
        .isCloseTo(0.6f, within(1e-5f));
  }

  @Test
  void apply_differenceThatStrangersHaveAnyway_countsLess() {
    Whitening wide = new Whitening(WIDE_ALONG_X, 3);
    Embedding face = Embedding.normalised(0, 1, 0);

    assertThat(cosine(wide, face, Embedding.normalised(1, 1, 0)))
        .isGreaterThan(cosine(wide, face, Embedding.normalised(0, 1, 1)));
  }

  @Test
  void apply_directionsAreCorrelated_countsWhatBothShareLess() {
    Whitening diagonal = new Whitening(new float[] {1, 0.9f, 0.9f, 1}, 2);

    assertThat(cosine(diagonal, Embedding.normalised(2, 1), Embedding.normalised(1, 2)))
        .isLessThan(0.8f);
  }

  @Test
  void deviation_ofManyFaces_isHowTheirCosinesScatter() {
    Whitening wide = new Whitening(WIDE_ALONG_X, 3);
    Random random = new Random(4);
    float[] direction = whitened(wide, Embedding.normalised(0.6f, 0.8f, 0)).values();

    double[] squares = new double[20_000];
    double[] lengths = new double[squares.length];
    for (int i = 0; i < squares.length; i++) {
      double[] stranger = {
        random.nextGaussian(),
        Math.sqrt(0.1) * random.nextGaussian(),
        Math.sqrt(0.1) * random.nextGaussian()
      };
      // L is diagonal here: what apply does before it scales to length 1.
      double[] scaled = {
        stranger[0] / Math.sqrt(0.15 * 2.5 + 0.85),
        stranger[1] / Math.sqrt(0.15 * 0.25 + 0.85),
        stranger[2] / Math.sqrt(0.15 * 0.25 + 0.85)
      };
      double product = 0;
      for (int k = 0; k < 3; k++) {
        product += direction[k] * scaled[k];
        lengths[i] += scaled[k] * scaled[k];
      }
      squares[i] = product * product;
    }

    double expected =
        Math.sqrt(
            Arrays.stream(squares).average().orElseThrow()
                / Arrays.stream(lengths).average().orElseThrow());
    assertThat(wide.deviation(direction)).isCloseTo(expected, within(0.01));
  }

  private static float cosine(Whitening whitening, Embedding one, Embedding other) {
    return whitened(whitening, one).cosine(whitened(whitening, other));
  }

  private static Embedding whitened(Whitening whitening, Embedding embedding) {
    double[] values = whitening.apply(embedding.values());
    float[] whitened = new float[values.length];
    for (int i = 0; i < whitened.length; i++) {
      whitened[i] = (float) values[i];
    }
    return Embedding.normalised(whitened);
  }
}
