package org.rollcall.identity.svm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinearSvmTest {
  private static final float[][] EXAMPLES = {
    {0, 1}, {0.1f, 0.9f}, {1, 0}, {0.9f, 0.1f}, {-1, -1}, {-0.9f, -1}, {-1, -0.8f}
  };
  private static final int[] CLASSES = {0, 0, 1, 1, 2, 2, 2};

  @Test
  void train_classesApart_eachMachineTellsItsOwn() {
    float[][] machines = LinearSvm.train(EXAMPLES, CLASSES);

    assertThat(machines).hasDimensions(3, 3);
    for (int i = 0; i < EXAMPLES.length; i++) {
      for (int member = 0; member < machines.length; member++) {
        float[] machine = machines[member];
        float side = machine[0] * EXAMPLES[i][0] + machine[1] * EXAMPLES[i][1] + machine[2];
        assertThat(side > 0).isEqualTo(CLASSES[i] == member);
      }
    }
  }

  @Test
  void train_sameExamples_givesTheSameMachines() {
    assertThat(LinearSvm.train(EXAMPLES, CLASSES))
        .isDeepEqualTo(LinearSvm.train(EXAMPLES, CLASSES));
  }
}
