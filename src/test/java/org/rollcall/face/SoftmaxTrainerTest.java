package org.rollcall.face;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SoftmaxTrainerTest {
  private static final float[][] EXAMPLES = {
    {0, 1}, {0.28f, 0.96f}, {1, 0}, {0.96f, 0.28f}, {-0.6f, -0.8f}, {-0.8f, -0.6f}
  };
  private static final int[] CLASSES = {0, 0, 1, 1, 2, 2};

  @Test
  void train_classesApart_givesEachExampleToItsOwn() {
    float[][] layer = SoftmaxTrainer.train(EXAMPLES, CLASSES);

    assertThat(layer).hasDimensions(3, 3);
    for (int i = 0; i < EXAMPLES.length; i++) {
      for (int other = 0; other < layer.length; other++) {
        if (other != CLASSES[i]) {
          assertThat(sum(layer[CLASSES[i]], EXAMPLES[i]))
              .isGreaterThan(sum(layer[other], EXAMPLES[i]));
        }
      }
    }
  }

  @Test
  void train_sameExamples_givesTheSameLayer() {
    assertThat(SoftmaxTrainer.train(EXAMPLES, CLASSES))
        .isDeepEqualTo(SoftmaxTrainer.train(EXAMPLES, CLASSES));
  }

  private static float sum(float[] row, float[] example) {
    return row[0] * example[0] + row[1] * example[1] + row[2];
  }
}
