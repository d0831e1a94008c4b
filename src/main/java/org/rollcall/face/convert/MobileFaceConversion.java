package org.rollcall.face.convert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.rollcall.face.convert.NetworkBuilder.Stepping;

/**
 * Rebuilds MobileFace V2 in a faster form with the same results: batch norms are folded into the
 * convolutions, and ReLU6 is built from operations that oneDNN accelerates, unlike MXNet's clip.
 *
 * <p>The published network scales its input itself; the installed one leaves that to the caller, as
 * all installed networks do.
 */
public final class MobileFaceConversion implements PackConversion {
  private static final int BLOCKS = 12;

  /** The first of this many blocks halves the picture; the others keep its size. */
  private static final int BLOCKS_PER_SIZE = 3;

  private static final double EPSILON = 1e-3;
  private static final Stepping HALVED = new Stepping(2, 1, 1);
  private static final Stepping SAME = new Stepping(1, 1, 1);

  @Override
  public void convert(Path published, Path installed) throws IOException {
    PublishedParams params =
        new PublishedParams(published.resolve("MobileFace_Identification_V2-0000.params"));
    NetworkBuilder network = new NetworkBuilder();
    LinearLayer first = normalised(params, params.convolution("conv1"), "bn1");
    int node = network.convolution("conv1", NetworkBuilder.DATA, sixMinus(first), HALVED);
    node = relu6(network, "conv1", node, first.outputs());
    for (int block = 0; block < BLOCKS; block++) {
      node = block(network, params, node, block);
    }
    LinearLayer last = normalised(params, params.unbiased("fc5", 4), "fc5_bn");
    int output = network.fullyConnected("fc5", network.flatten("flat", node), last);
    network.write(installed, "embed", output);
  }

  /** Adds an inverted residual block: expand, depthwise convolution, project. */
  private static int block(NetworkBuilder network, PublishedParams params, int input, int block)
      throws IOException {
    boolean halves = block % BLOCKS_PER_SIZE == 0;
    int first = 3 * block;

    LinearLayer expand = layer(params, first);
    String name = "convolution" + first;
    int node = network.convolution(name, input, sixMinus(expand), Stepping.VALID);
    node = relu6(network, name, node, expand.outputs());

    LinearLayer depthwise = layer(params, first + 1);
    name = "convolution" + (first + 1);
    node = network.depthwise(name, node, sixMinus(depthwise), halves ? HALVED : SAME);
    node = relu6(network, name, node, depthwise.outputs());

    LinearLayer project = layer(params, first + 2);
    node = network.convolution("convolution" + (first + 2), node, project, Stepping.VALID);
    return halves ? node : network.add("sum" + block, input, node);
  }

  /** {@return the layer 6 − x, whose output {@link #relu6} takes} */
  private static LinearLayer sixMinus(LinearLayer layer) {
    float[] factors = new float[layer.outputs()];
    float[] shifts = new float[layer.outputs()];
    Arrays.fill(factors, -1);
    Arrays.fill(shifts, 6);
    return layer.then(factors, shifts);
  }

  /** Clips x to 0..6, given 6 − x: ReLU(6 − ReLU(6 − x)). */
  private static int relu6(NetworkBuilder network, String name, int sixMinusX, int channels) {
    int below = network.relu(name + "_below", sixMinusX);
    ParamTensor minusOne = ParamTensor.filled(channels, -1);
    ParamTensor six = ParamTensor.filled(channels, 6);
    int both = network.affine(name + "_both", below, minusOne, six);
    return network.relu(name + "_relu6", both);
  }

  private static LinearLayer layer(PublishedParams params, int number) throws IOException {
    return normalised(params, params.unbiased("convolution" + number, 1), "batchnorm" + number);
  }

  private static LinearLayer normalised(PublishedParams params, LinearLayer layer, String norm)
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
