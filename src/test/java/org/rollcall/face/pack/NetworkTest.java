package org.rollcall.face.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.face.pack.Network.Pooling;
import org.rollcall.face.pack.Network.Stepping;
import org.rollcall.testing.UsesNatives;

class NetworkTest {
  private static final Tensor TWO_BY_TWO =
      new Tensor(new int[] {1, 1, 2, 2}, new float[] {-1, 2, 3, -4});

  @TempDir Path folder;

  @Test
  void json_oneLayer_isInMxnetsFormat() {
    Network network = new Network();
    int output = network.relu("positive", Network.DATA);

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
    Network network = new Network();
    Linear doubled = Linear.unbiased(new Tensor(new int[] {1, 1, 1, 1}, new float[] {2}));
    int twice = network.convolution("twice", Network.DATA, doubled, Stepping.VALID);
    int each = network.depthwise("each", twice, doubled, Stepping.VALID);
    int sum = network.add("sum", each, network.relu("relu", Network.DATA));
    int both =
        network.concatenate(
            "both", sum, network.affine("affine", sum, Tensor.vector(-1), Tensor.vector(6)));
    int largest = network.maxPool("largest", both, 2, Pooling.FULL);
    int flat = network.flatten("flat", network.globalAverage("average", largest));
    Linear difference = Linear.unbiased(new Tensor(new int[] {1, 2, 1, 1}, new float[] {1, -1}));
    network.write(folder, "net", network.fullyConnected("difference", flat, difference));

    // 4x + ReLU(x): −4, 10, 15, −16; 6 minus that: 10, −4, −9, 22; largest: 15 and 22
    assertThat(run()).containsExactly(-7);
  }

  @Test
  @UsesNatives
  void convolution_padded_keepsTheSizeOfItsInput() throws IOException {
    Network network = new Network();
    float[] ones = {1, 1, 1, 1, 1, 1, 1, 1, 1};
    Linear sum = Linear.unbiased(new Tensor(new int[] {1, 1, 3, 3}, ones));
    network.write(
        folder, "net", network.convolution("sum", Network.DATA, sum, new Stepping(1, 1, 1)));

    assertThat(run()).containsExactly(0, 0, 0, 0);
  }

  @Test
  void convolution_sameNameTwice_isRefused() {
    Network network = new Network();
    Linear linear = Linear.identity(1);
    network.convolution("conv", Network.DATA, linear, Stepping.VALID);

    assertThatThrownBy(() -> network.convolution("conv", Network.DATA, linear, Stepping.VALID))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Two parameters have the name 'conv_weight'");
  }

  private float[] run() {
    try (MxnetModel model = MxnetModel.load(folder, "net")) {
      return model.run(TWO_BY_TWO).get(0).values();
    }
  }
}
