package org.rollcall.face.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LinearLayerTest {
  /** Two outputs, two inputs, windows of 1×2. */
  private static final LinearLayer LAYER =
      new LinearLayer(
          new ParamTensor(new int[] {2, 2, 1, 2}, new float[] {1, 2, 3, 4, 5, 6, 7, 8}),
          ParamTensor.vector(10, 20));

  @Test
  void thenOutputs_difference_subtractsWeightsAndBias() {
    Matrix difference = new Matrix(1, 2);
    difference.set(0, 0, -1);
    difference.set(0, 1, 1);

    LinearLayer one = LAYER.thenOutputs(difference);

    assertThat(one.weight().shape()).containsExactly(1, 2, 1, 2);
    assertThat(one.weight().values()).containsExactly(4, 4, 4, 4);
    assertThat(one.bias().values()).containsExactly(10);
  }

  @Test
  void afterInputs_permutation_swapsWindowsAndKeepsTheBias() {
    Matrix reversed = new Matrix(2, 3);
    reversed.set(0, 1, 1);
    reversed.set(1, 0, 2);

    LinearLayer wider = LAYER.afterInputs(reversed);

    assertThat(wider.weight().shape()).containsExactly(2, 3, 1, 2);
    assertThat(wider.weight().values()).containsExactly(6, 8, 1, 2, 0, 0, 14, 16, 5, 6, 0, 0);
    assertThat(wider.bias().values()).containsExactly(10, 20);
  }

  @Test
  void then_factorAndShift_scalesWeightsAndBias() {
    LinearLayer changed = LAYER.then(new float[] {-1, 2}, new float[] {6, 0.5f});

    assertThat(changed.weight().values()).containsExactly(-1, -2, -3, -4, 10, 12, 14, 16);
    assertThat(changed.bias().values()).containsExactly(-4, 40.5f);
  }

  @Test
  void batchNorm_afterALayer_normalisesItsOutput() {
    float[] gamma = {2, 1};
    float[] beta = {1, 0};
    float[] mean = {8, 20};
    float[] variance = {3, 0};

    LinearLayer normalised = new BatchNorm(gamma, beta, mean, variance, 1).after(LAYER);

    assertThat(normalised.weight().values()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(normalised.bias().values()).containsExactly(3, 0);
  }

  @Test
  void stacked_thenPadded_concatenatesTheOutputs() {
    LinearLayer three = LinearLayer.stacked(LAYER, LAYER.thenOutputs(new Matrix(1, 2))).padded(4);

    assertThat(three.outputs()).isEqualTo(4);
    assertThat(three.weight().values()).startsWith(1, 2, 3, 4, 5, 6, 7, 8).hasSize(16);
    assertThat(three.bias().values()).containsExactly(10, 20, 0, 0);
  }

  @Test
  void constructor_biasOfOtherLength_isRefused() {
    assertThatThrownBy(() -> new LinearLayer(LAYER.weight(), ParamTensor.vector(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Tensor[2, 2, 1, 2] does not fit Tensor[1]");
  }
}
