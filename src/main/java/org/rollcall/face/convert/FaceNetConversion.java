package org.rollcall.face.convert;

import java.io.IOException;
import java.nio.file.Path;
import org.rollcall.face.convert.NetworkBuilder.Pooling;
import org.rollcall.face.convert.NetworkBuilder.Stepping;

/**
 * Builds FaceNet, an Inception-ResNet-v1, from files of one array each.
 *
 * <p>The batch norm of each convolution (without gamma) is folded into its weights and bias, the
 * scale of each residual block into its last convolution.
 */
public final class FaceNetConversion implements PackConversion {
  @Override
  public void convert(Path published, Path installed) throws IOException {
    new Build(new FaceNetLayers(published)).run(installed);
  }

  /** One network under construction. */
  private static final class Build {
    private final NetworkBuilder network = new NetworkBuilder();
    private final FaceNetLayers layers;

    Build(FaceNetLayers layers) {
      this.layers = layers;
    }

    void run(Path installed) throws IOException {
      int node = stem();
      for (int i = 1; i <= 5; i++) {
        node = block35("Block35_" + i, node);
      }
      node = mixed6a(node);
      for (int i = 1; i <= 10; i++) {
        node = block17("Block17_" + i, node);
      }
      node = mixed7a(node);
      for (int i = 1; i <= 5; i++) {
        node = network.relu("Block8_" + i, block8("Block8_" + i, node, 0.2f));
      }
      node = block8("Block8_6", node, 1);
      node = network.flatten("flat", network.globalAverage("average", node));
      node = network.fullyConnected("Bottleneck", node, layers.bottleneck());
      network.write(installed, "embed", node);
    }

    private int stem() throws IOException {
      int node = convolution("Conv2d_1a_3x3", NetworkBuilder.DATA, Stepping.valid(2));
      node = convolution("Conv2d_2a_3x3", node, Stepping.VALID);
      node = same("Conv2d_2b_3x3", node);
      node = network.maxPool("MaxPool_3a_3x3", node, 3, Pooling.VALID);
      node = convolution("Conv2d_3b_1x1", node, Stepping.VALID);
      node = convolution("Conv2d_4a_3x3", node, Stepping.VALID);
      return convolution("Conv2d_4b_3x3", node, Stepping.valid(2));
    }

    private int block35(String block, int input) throws IOException {
      int first = same(block + "_Branch_0_Conv2d_1x1", input);
      int second = same(block + "_Branch_1_Conv2d_0a_1x1", input);
      second = same(block + "_Branch_1_Conv2d_0b_3x3", second);
      int third = same(block + "_Branch_2_Conv2d_0a_1x1", input);
      third = same(block + "_Branch_2_Conv2d_0b_3x3", third);
      third = same(block + "_Branch_2_Conv2d_0c_3x3", third);
      int branches = network.concatenate(block + "_Concatenate", first, second, third);
      return network.relu(block, residual(block, input, branches, 0.17f));
    }

    private int mixed6a(int input) throws IOException {
      int first = convolution("Mixed_6a_Branch_0_Conv2d_1a_3x3", input, Stepping.valid(2));
      int second = same("Mixed_6a_Branch_1_Conv2d_0a_1x1", input);
      second = same("Mixed_6a_Branch_1_Conv2d_0b_3x3", second);
      second = convolution("Mixed_6a_Branch_1_Conv2d_1a_3x3", second, Stepping.valid(2));
      int pooled = network.maxPool("Mixed_6a_Branch_2_MaxPool_1a_3x3", input, 3, Pooling.VALID);
      return network.concatenate("Mixed_6a", first, second, pooled);
    }

    private int block17(String block, int input) throws IOException {
      int first = same(block + "_Branch_0_Conv2d_1x1", input);
      int second = same(block + "_Branch_1_Conv2d_0a_1x1", input);
      second = same(block + "_Branch_1_Conv2d_0b_1x7", second);
      second = same(block + "_Branch_1_Conv2d_0c_7x1", second);
      int branches = network.concatenate(block + "_Concatenate", first, second);
      return network.relu(block, residual(block, input, branches, 0.1f));
    }

    private int mixed7a(int input) throws IOException {
      int first = same("Mixed_7a_Branch_0_Conv2d_0a_1x1", input);
      first = convolution("Mixed_7a_Branch_0_Conv2d_1a_3x3", first, Stepping.valid(2));
      int second = same("Mixed_7a_Branch_1_Conv2d_0a_1x1", input);
      second = convolution("Mixed_7a_Branch_1_Conv2d_1a_3x3", second, Stepping.valid(2));
      int third = same("Mixed_7a_Branch_2_Conv2d_0a_1x1", input);
      third = same("Mixed_7a_Branch_2_Conv2d_0b_3x3", third);
      third = convolution("Mixed_7a_Branch_2_Conv2d_1a_3x3", third, Stepping.valid(2));
      int pooled = network.maxPool("Mixed_7a_Branch_3_MaxPool_1a_3x3", input, 3, Pooling.VALID);
      return network.concatenate("Mixed_7a", first, second, third, pooled);
    }

    private int block8(String block, int input, float scale) throws IOException {
      int first = same(block + "_Branch_0_Conv2d_1x1", input);
      int second = same(block + "_Branch_1_Conv2d_0a_1x1", input);
      second = same(block + "_Branch_1_Conv2d_0b_1x3", second);
      second = same(block + "_Branch_1_Conv2d_0c_3x1", second);
      int branches = network.concatenate(block + "_Concatenate", first, second);
      return residual(block, input, branches, scale);
    }

    private int residual(String block, int input, int branches, float scale) throws IOException {
      String layer = block + "_Conv2d_1x1";
      int up = network.convolution(layer, branches, layers.scaled(layer, scale), Stepping.VALID);
      return network.add(block + "_sum", input, up);
    }

    /** Adds a convolution whose output is as large as its input. */
    private int same(String layer, int input) throws IOException {
      int[] window = layers.normalised(layer).weight().shape();
      return convolution(layer, input, new Stepping(1, window[2] / 2, window[3] / 2));
    }

    private int convolution(String layer, int input, Stepping stepping) throws IOException {
      LinearLayer linear = layers.normalised(layer);
      return network.relu(layer + "_relu", network.convolution(layer, input, linear, stepping));
    }
  }
}
