package org.rollcall.face.pack;

import org.rollcall.face.pack.Network.Stepping;

/**
 * Layers with a PReLU (x where x ≥ 0, slope × x where x &lt; 0; a slope for each channel), made of
 * the operations that oneDNN is fast at: convolutions with channels in multiples of 16, ReLU,
 * maximum and sum.
 *
 * <p>MXNet's own PReLU is none of them, and takes more time than the convolutions do. Every form
 * here is exact, apart from rounding.
 */
final class PreluNetwork {
  private final Network network = new Network();

  /**
   * The channels of a layer, as they are in the network.
   *
   * @param node where they come from
   * @param mix [channels] × [channels of the node]: what they are sums of
   */
  record Channels(int node, Matrix mix) {}

  /** {@return the network as far as it goes} */
  Network network() {
    return network;
  }

  /** {@return the picture, RGB in the network, for weights that want BGR} */
  Channels picture() {
    Matrix reversed = new Matrix(3, 3);
    for (int colour = 0; colour < 3; colour++) {
      reversed.set(colour, 2 - colour, 1);
    }
    return new Channels(Network.DATA, reversed);
  }

  /**
   * Adds a convolution.
   *
   * @param name of the layer
   * @param input what comes in
   * @param layer the convolution
   * @return the node after it
   */
  int convolution(String name, Channels input, Linear layer) {
    return network.convolution(name, input.node(), layer.afterInputs(input.mix()), Stepping.VALID);
  }

  /**
   * Adds convolution and PReLU.
   *
   * @param name of the layer
   * @param input what comes in
   * @param layer the convolution
   * @param slopes of the PReLU
   * @return the channels after the PReLU
   */
  Channels prelu(String name, Channels input, Linear layer, float... slopes) {
    Bend bend = Bend.ofPlain(slopes);
    return bend(name, input.node(), layer.afterInputs(input.mix()), bend);
  }

  /**
   * Adds convolution, PReLU and maximum over windows with stride 2.
   *
   * <p>The PReLU comes after the pooling, where there are fewer numbers. With a slope from 0 up it
   * rises everywhere, so that order is the same. With a negative slope it is the larger of x and
   * slope × x, so both are pooled.
   *
   * @param name of the layer
   * @param input what comes in
   * @param layer the convolution
   * @param kernel size of the pooling's window
   * @param slopes of the PReLU
   * @return the channels after the pooling
   */
  Channels pooledPrelu(String name, Channels input, Linear layer, int kernel, float... slopes) {
    Linear wide = layer.afterInputs(input.mix()).thenOutputs(Bend.spread(slopes));
    int convolution = network.convolution(name, input.node(), wide, Stepping.VALID);
    int pooled = network.maxPool(name + "_pool", convolution, kernel, 2, "full");
    Bend bend = Bend.ofPooled(slopes);
    return bend(name + "_bend", pooled, Linear.identity(wide.outputs()), bend);
  }

  private Channels bend(String name, int input, Linear layer, Bend bend) {
    int straight =
        network.convolution(
            name + "_straight", input, layer.thenOutputs(bend.straight()), Stepping.VALID);
    int bent =
        network.convolution(name + "_bent", input, layer.thenOutputs(bend.bent()), Stepping.VALID);
    int sum = network.add(name + "_sum", straight, network.relu(name + "_relu", bent));
    return new Channels(sum, bend.mix());
  }

  /**
   * Adds a PReLU and the convolution that follows it.
   *
   * @param name of the following layer
   * @param input the node that the PReLU bends
   * @param next the convolution
   * @param slopes of the PReLU
   * @return the node after the convolution
   */
  int convolutionAfterPrelu(String name, int input, Linear next, float... slopes) {
    int straight =
        network.convolution(
            name + "_straight", input, next.afterInputs(Bend.straight(slopes)), Stepping.VALID);
    int bent =
        network.convolution(
            name + "_bent",
            network.relu(name + "_relu", input),
            next.afterInputs(Bend.bent(slopes)).withoutBias(),
            Stepping.VALID);
    return network.add(name, straight, bent);
  }

  /** As {@link #convolutionAfterPrelu}, for a layer that takes all its input at once. */
  int fullyConnectedAfterPrelu(String name, int input, Linear next, float... slopes) {
    int straight =
        network.fullyConnected(name + "_straight", input, next.afterInputs(Bend.straight(slopes)));
    int bent =
        network.fullyConnected(
            name + "_bent",
            network.relu(name + "_relu", input),
            next.afterInputs(Bend.bent(slopes)).withoutBias());
    return network.add(name, straight, bent);
  }
}
