package org.rollcall.identity;

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
    Whitening round = new Whitening(new float[2], new float[] {0.3f, 0, 0, 0.3f});

    assertThat(cosine(round, Embedding.normalised(1, 0), Embedding.normalised(3, 4)))
        .isCloseTo(0.6f, within(1e-5f));
  }

  @Test
  void apply_differenceThatStrangersHaveAnyway_countsLess() {
    Whitening wide = new Whitening(new float[3], WIDE_ALONG_X);
    Embedding face = Embedding.normalised(0, 1, 0);

    assertThat(cosine(wide, face, Embedding.normalised(1, 1, 0)))
        .isGreaterThan(cosine(wide, face, Embedding.normalised(0, 1, 1)));
  }

  @Test
  void apply_directionsAreCorrelated_countsWhatBothShareLess() {
    Whitening diagonal = new Whitening(new float[2], new float[] {1, 0.9f, 0.9f, 1});

    Embedding along = diagonal.apply(Embedding.normalised(2, 1));

    assertThat(cosine(diagonal, Embedding.normalised(2, 1), Embedding.normalised(1, 2)))
        .isLessThan(0.8f);
    assertThat(along.cosine(along)).isCloseTo(1, within(1e-5f));
  }

  @Test
  void apply_meanOfAllFaces_isWhereAnglesAreTakenFrom() {
    Whitening shifted = new Whitening(new float[] {0.5f, 0}, new float[] {1, 0, 0, 1});

    assertThat(cosine(shifted, Embedding.normalised(1, 0), Embedding.normalised(0, 1)))
        .isCloseTo((float) (-1 / Math.sqrt(5)), within(1e-5f));
  }

  @Test
  void deviation_ofManyFaces_isHowTheirCosinesScatter() {
    Whitening wide = new Whitening(new float[3], WIDE_ALONG_X);
    Random random = new Random(4);
    Embedding whitened = wide.apply(Embedding.normalised(0.6f, 0.8f, 0));

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
      float[] direction = whitened.values();
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
    assertThat(wide.deviation(whitened)).isCloseTo(expected, within(0.01));
  }

  private static float cosine(Whitening whitening, Embedding one, Embedding other) {
    return whitening.apply(one).cosine(whitening.apply(other));
  }
}
