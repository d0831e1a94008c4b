package org.rollcall.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.testing.UsesNatives;

@UsesNatives
class SoftmaxTrainerTest {
  private static final float[][] EXAMPLES = {
    {0, 1}, {0.28f, 0.96f}, {1, 0}, {0.96f, 0.28f}, {-0.6f, -0.8f}, {-0.8f, -0.6f}
  };
  private static final int[] CLASSES = {0, 0, 1, 1, 2, 2};

  @Test
  void train_separableClasses_classifiesEveryExample() {
    float[][] layer = SoftmaxTrainer.train(EXAMPLES, CLASSES);

    assertThat(layer).hasDimensions(3, 3);
    for (int i = 0; i < EXAMPLES.length; i++) {
      float[] example = EXAMPLES[i];
      List<float[]> bestFirst = new ArrayList<>(List.of(layer));
      bestFirst.sort(Comparator.comparing(row -> -logit(row, example)));
      assertThat(bestFirst.get(0)).isSameAs(layer[CLASSES[i]]);
    }
  }

  @Test
  void train_sameExamples_givesTheSameLayer() {
    assertThat(SoftmaxTrainer.train(EXAMPLES, CLASSES))
        .isDeepEqualTo(SoftmaxTrainer.train(EXAMPLES, CLASSES));
  }

  /** The gradients of a softmax add up to 0, but for rounding: that is no sign of a mistake. */
  @Test
  void train_gradientsThatAddUpToZero_classifiesEveryExample() {
    float[] one = {-0.5f, -1, -1};
    float[] other = {0.5f, -0.5f, 0.5f};

    float[][] layer = SoftmaxTrainer.train(new float[][] {one, other}, new int[] {0, 1});

    assertThat(logit(layer[0], one)).isGreaterThan(logit(layer[1], one));
    assertThat(logit(layer[1], other)).isGreaterThan(logit(layer[0], other));
  }

  private static float logit(float[] row, float[] example) {
    float sum = row[example.length];
    for (int i = 0; i < example.length; i++) {
      sum += row[i] * example[i];
    }
    return sum;
  }
}
