package org.rollcall.face.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.rollcall.face.pack.Network.Stepping;

/**
 * Rebuilds MobileFace V2 in a faster form with the same results: batch norm goes into the
 * convolutions, and values are cut off at 0 and 6 by operations that oneDNN has, which MXNet's own
 * are not.
 *
 * <p>The published network scales its input itself; the installed one leaves that to its caller, as
 * all others do.
 */
final class MobileFaceConversion implements PackConversion {
  private static final int BLOCKS = 12;

  /** Blocks from one halving of the picture to the next; the others keep their size. */
  private static final int BLOCKS_OF_ONE_SIZE = 3;

  private static final double EPSILON = 1e-3;
  private static final Stepping HALVED = new Stepping(2, 1, 1);
  private static final Stepping SAME = new Stepping(1, 1, 1);

  @Override
  public void convert(Path published, Path installed) throws IOException {
    PublishedParams params =
        new PublishedParams(published.resolve("MobileFace_Identification_V2-0000.params"));
    Network network = new Network();
    Linear first = normalized(params, params.convolution("conv1"), "bn1");
    int node = network.convolution("conv1", Network.DATA, sixMinus(first), HALVED);
    node = relu6(network, "conv1", node, first.outputs());
    for (int block = 0; block < BLOCKS; block++) {
      node = block(network, params, node, block);
    }
    Linear last = normalized(params, params.unbiased("fc5", 4), "fc5_bn");
    int output = network.fullyConnected("fc5", network.flatten("flat", node), last);
    network.write(installed, "embed", output);
  }

  /** Adds one block: to more channels, over the neighbours, and back to fewer channels. */
  private static int block(Network network, PublishedParams params, int input, int block)
      throws IOException {
    boolean halves = block % BLOCKS_OF_ONE_SIZE == 0;
    int first = 3 * block;

    Linear widen = layer(params, first);
    String name = "convolution" + first;
    int node = network.convolution(name, input, sixMinus(widen), Stepping.VALID);
    node = relu6(network, name, node, widen.outputs());

    Linear neighbours = layer(params, first + 1);
    name = "convolution" + (first + 1);
    node = network.depthwise(name, node, sixMinus(neighbours), halves ? HALVED : SAME);
    node = relu6(network, name, node, neighbours.outputs());

    Linear narrow = layer(params, first + 2);
    node = network.convolution("convolution" + (first + 2), node, narrow, Stepping.VALID);
    return halves ? node : network.add("sum" + block, input, node);
  }

  /** {@return the layer that {@link #relu6} takes instead of the one given} */
  private static Linear sixMinus(Linear layer) {
    float[] factors = new float[layer.outputs()];
    float[] shifts = new float[layer.outputs()];
    Arrays.fill(factors, -1);
    Arrays.fill(shifts, 6);
    return layer.then(factors, shifts);
  }

  /** Cuts x off at 0 and 6, given 6 − x: ReLU(6 − ReLU(6 − x)). */
  private static int relu6(Network network, String name, int sixMinusX, int channels) {
    int below = network.relu(name + "_below", sixMinusX);
    int both = network.affine(name + "_both", below, channels, -1, 6);
    return network.relu(name + "_relu6", both);
  }

  private static Linear layer(PublishedParams params, int number) throws IOException {
    return normalized(params, params.unbiased("convolution" + number, 1), "batchnorm" + number);
  }

  private static Linear normalized(PublishedParams params, Linear layer, String norm)
      throws IOException {
    BatchNorm batchNorm =
        new BatchNorm(
            params.argument(norm + "_gamma").values(),
            params.argument(norm + "_beta").values(),
            params.statistic(norm + "_moving_mean").values(),
            params.statistic(norm + "_moving_var").values(),
            EPSILON);
    return batchNorm.after(layer);
  }
}
