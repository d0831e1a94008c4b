package org.rollcall.face.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.face.convert.NetworkBuilder.Pooling;
import org.rollcall.face.convert.NetworkBuilder.Stepping;
import org.rollcall.face.pack.MxnetModel;
import org.rollcall.testing.UsesNatives;

class NetworkBuilderTest {
  private static final ParamTensor TWO_BY_TWO =
      new ParamTensor(new int[] {1, 1, 2, 2}, new float[] {-1, 2, 3, -4});

  @TempDir Path folder;

  @Test
  void json_oneLayer_isInMxnetsFormat() {
    NetworkBuilder network = new NetworkBuilder();
    int output = network.relu("positive", NetworkBuilder.DATA);

    assertThat(network.json(output))
        .isEqualTo(
            """
            {"nodes": [
            {"op": "null", "name": "data", "attrs": {}, "inputs": []},
            {"op": "Activation", "name": "positive", "attrs": {"act_type": "relu"}, "inputs": [[0, 0, 0]]}
            ],
            "arg_nodes": [0],
            "heads": [[1, 0, 0]],
            "attrs": {"mxnet_version": ["int", 10900]}}
            """);
  }

  @Test
  @UsesNatives
  void write_allOperations_runInMxnet() throws IOException {
    NetworkBuilder network = new NetworkBuilder();
    LinearLayer doubled =
        LinearLayer.unbiased(new ParamTensor(new int[] {1, 1, 1, 1}, new float[] {2}));
    int twice = network.convolution("twice", NetworkBuilder.DATA, doubled, Stepping.VALID);
    int each = network.depthwise("each", twice, doubled, Stepping.VALID);
    int sum = network.add("sum", each, network.relu("relu", NetworkBuilder.DATA));
    int both =
        network.concatenate(
            "both",
            sum,
            network.affine("affine", sum, ParamTensor.vector(-1), ParamTensor.vector(6)));
    int largest = network.maxPool("largest", both, 2, Pooling.FULL);
    int flat = network.flatten("flat", network.globalAverage("average", largest));
    LinearLayer difference =
        LinearLayer.unbiased(new ParamTensor(new int[] {1, 2, 1, 1}, new float[] {1, -1}));
    network.write(folder, "net", network.fullyConnected("difference", flat, difference));

    // 4x + ReLU(x): −4, 10, 15, −16; 6 minus that: 10, −4, −9, 22; largest: 15 and 22
    assertThat(run()).containsExactly(-7);
  }

  @Test
  @UsesNatives
  void convolution_padded_keepsTheSizeOfItsInput() throws IOException {
    NetworkBuilder network = new NetworkBuilder();
    float[] ones = {1, 1, 1, 1, 1, 1, 1, 1, 1};
    LinearLayer sum = LinearLayer.unbiased(new ParamTensor(new int[] {1, 1, 3, 3}, ones));
    network.write(
        folder, "net", network.convolution("sum", NetworkBuilder.DATA, sum, new Stepping(1, 1, 1)));

    assertThat(run()).containsExactly(0, 0, 0, 0);
  }

  @Test
  void convolution_sameNameTwice_isRefused() {
    NetworkBuilder network = new NetworkBuilder();
    LinearLayer linear = LinearLayer.identity(1);
    network.convolution("conv", NetworkBuilder.DATA, linear, Stepping.VALID);

    assertThatThrownBy(
            () -> network.convolution("conv", NetworkBuilder.DATA, linear, Stepping.VALID))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Two parameters have the name 'conv_weight'");
  }

  private float[] run() {
    try (MxnetModel model = MxnetModel.load(folder, "net")) {
      return model.run(TWO_BY_TWO).get(0).values();
    }
  }
}
