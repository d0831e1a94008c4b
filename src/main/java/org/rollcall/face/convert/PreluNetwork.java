package org.rollcall.face.convert;

import org.rollcall.face.convert.NetworkBuilder.Pooling;
import org.rollcall.face.convert.NetworkBuilder.Stepping;

/**
 * Builds layers with a PReLU (x where x ≥ 0, slope × x where x &lt; 0; one slope for each channel)
 * from operations that oneDNN accelerates: convolutions with channels in multiples of 16, ReLU, max
 * pooling and addition.
 *
 * <p>MXNet's own PReLU is not accelerated and takes longer than the convolutions. Every
 * construction here is exact, apart from rounding.
 */
final class PreluNetwork {
  private final NetworkBuilder network = new NetworkBuilder();

  /**
   * The channels of a layer, as linear combinations of those of a node.
   *
   * @param node the node
   * @param mix [channels] × [channels of the node]
   */
  record Channels(int node, Matrix mix) {}

  /**
   * A convolution that a PReLU follows.
   *
   * @param name of the layer
   * @param convolution its parameters
   * @param slopes of the PReLU
   */
  @SuppressWarnings("ArrayRecordComponent") // carries numbers, is never compared
  record PreluLayer(String name, LinearLayer convolution, float... slopes) {}

  /** {@return the network built so far} */
  NetworkBuilder network() {
    return network;
  }

  /** {@return the input picture, RGB, as the BGR channels that published weights expect} */
  Channels picture() {
    Matrix reversed = new Matrix(3, 3);
    for (int colour = 0; colour < 3; colour++) {
      reversed.set(colour, 2 - colour, 1);
    }
    return new Channels(NetworkBuilder.DATA, reversed);
  }

  /**
   * Adds a convolution.
   *
   * @param name of the layer
   * @param input its input
   * @param layer the convolution
   * @return its node
   */
  int convolution(String name, Channels input, LinearLayer layer) {
    return network.convolution(name, input.node(), layer.afterInputs(input.mix()), Stepping.VALID);
  }

  /**
   * Adds convolution and PReLU.
   *
   * @param input the input of the layer
   * @param layer convolution and PReLU
   * @return the channels after the PReLU
   */
  Channels prelu(Channels input, PreluLayer layer) {
    LinearLayer convolution = layer.convolution().afterInputs(input.mix());
    return split(layer.name(), input.node(), convolution, PreluSplit.ofPlain(layer.slopes()));
  }

  /**
   * Adds convolution, PReLU and max pooling with stride 2.
   *
   * <p>The PReLU is moved behind the pooling, where there are fewer numbers. With a slope of at
   * least 0 it is monotonic, so the order does not matter. With a negative slope it is the larger
   * of x and slope × x, so both are pooled.
   *
   * @param input the input of the layer
   * @param layer convolution and PReLU
   * @param kernel width and height of the pooling window
   * @return the channels after the pooling
   */
  Channels pooledPrelu(Channels input, PreluLayer layer, int kernel) {
    String name = layer.name();
    LinearLayer spread =
        layer.convolution().afterInputs(input.mix()).thenOutputs(PreluSplit.spread(layer.slopes()));
    int convolution = network.convolution(name, input.node(), spread, Stepping.VALID);
    int pooled = network.maxPool(name + "_pool", convolution, kernel, Pooling.FULL);
    LinearLayer identity = LinearLayer.identity(spread.outputs());
    return split(name + "_bend", pooled, identity, PreluSplit.ofPooled(layer.slopes()));
  }

  private Channels split(String name, int input, LinearLayer layer, PreluSplit split) {
    int linear =
        network.convolution(
            name + "_straight", input, layer.thenOutputs(split.linear()), Stepping.VALID);
    int rectified =
        network.convolution(
            name + "_bent", input, layer.thenOutputs(split.rectified()), Stepping.VALID);
    int sum = network.add(name + "_sum", linear, network.relu(name + "_relu", rectified));
    return new Channels(sum, split.mix());
  }

  /**
   * Adds a PReLU and the convolution that follows it.
   *
   * @param name of the following layer
   * @param input the node that the PReLU is applied to
   * @param next the convolution
   * @param slopes of the PReLU
   * @return the node of the convolution
   */
  int convolutionAfterPrelu(String name, int input, LinearLayer next, float... slopes) {
    int linear =
        network.convolution(
            name + "_straight", input, next.afterInputs(PreluSplit.linear(slopes)), Stepping.VALID);
    int rectified =
        network.convolution(
            name + "_bent",
            network.relu(name + "_relu", input),
            next.afterInputs(PreluSplit.rectified(slopes)).withoutBias(),
            Stepping.VALID);
    return network.add(name, linear, rectified);
  }

  /** Adds a PReLU and the fully connected layer that follows it. */
  int fullyConnectedAfterPrelu(String name, int input, LinearLayer next, float... slopes) {
    int linear =
        network.fullyConnected(
            name + "_straight", input, next.afterInputs(PreluSplit.linear(slopes)));
    int rectified =
        network.fullyConnected(
            name + "_bent",
            network.relu(name + "_relu", input),
            next.afterInputs(PreluSplit.rectified(slopes)).withoutBias());
    return network.add(name, linear, rectified);
  }
}
