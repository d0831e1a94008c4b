package org.rollcall.face.convert;

import java.io.IOException;
import java.nio.file.Path;
import org.rollcall.face.convert.PreluNetwork.Channels;
import org.rollcall.face.convert.PreluNetwork.PreluLayer;

/**
 * Rebuilds MTCNN's networks in a faster form with the same results.
 *
 * <p>The published ones take BGR and end in a box regression (and landmarks) and a softmax over two
 * logits. Its second value is the sigmoid of the difference of the logits, which the installed
 * networks return instead.
 */
public final class MtcnnConversion implements PackConversion {
  /** P-Net's outputs are padded to this many channels. */
  private static final int PNET_OUTPUTS = 16;

  @Override
  public void convert(Path published, Path installed) throws IOException {
    buildPnet(new PublishedParams(published.resolve("det1-0001.params")), installed);
    buildRnet(new PublishedParams(published.resolve("det2-0001.params")), installed);
    buildOnet(new PublishedParams(published.resolve("det3-0001.params")), installed);
  }

  private static void buildPnet(PublishedParams from, Path folder) throws IOException {
    PreluNetwork net = new PreluNetwork();
    Channels conv1 = net.pooledPrelu(net.picture(), layer(from, 1), 2);
    Channels conv2 = net.prelu(conv1, layer(from, 2));
    int conv3 = net.convolution("conv3", conv2, from.convolution("conv3"));
    LinearLayer head =
        LinearLayer.stacked(logit(from.convolution("conv4_1")), from.convolution("conv4_2"))
            .padded(PNET_OUTPUTS);
    int output = net.convolutionAfterPrelu("head", conv3, head, from.slopes("prelu3"));
    net.network().write(folder, "pnet", output);
  }

  private static void buildRnet(PublishedParams from, Path folder) throws IOException {
    PreluNetwork net = new PreluNetwork();
    Channels conv1 = net.pooledPrelu(net.picture(), layer(from, 1), 3);
    Channels conv2 = net.pooledPrelu(conv1, layer(from, 2), 3);
    int conv3 = net.convolution("conv3", conv2, from.convolution("conv3"));
    int conv4 =
        net.fullyConnectedAfterPrelu(
            "conv4", conv3, from.fullyConnected("conv4", 3), from.slopes("prelu3"));
    LinearLayer head =
        LinearLayer.stacked(
            logit(from.fullyConnected("conv5_1", 1)), from.fullyConnected("conv5_2", 1));
    int output = net.fullyConnectedAfterPrelu("head", conv4, head, from.slopes("prelu4"));
    net.network().write(folder, "rnet", output);
  }

  private static void buildOnet(PublishedParams from, Path folder) throws IOException {
    PreluNetwork net = new PreluNetwork();
    Channels conv1 = net.pooledPrelu(net.picture(), layer(from, 1), 3);
    Channels conv2 = net.pooledPrelu(conv1, layer(from, 2), 3);
    Channels conv3 = net.pooledPrelu(conv2, layer(from, 3), 2);
    int conv4 = net.convolution("conv4", conv3, from.convolution("conv4"));
    int conv5 =
        net.fullyConnectedAfterPrelu(
            "conv5", conv4, from.fullyConnected("conv5", 3), from.slopes("prelu4"));
    LinearLayer head =
        LinearLayer.stacked(
            logit(from.fullyConnected("conv6_1", 1)),
            from.fullyConnected("conv6_2", 1),
            from.fullyConnected("conv6_3", 1));
    int output = net.fullyConnectedAfterPrelu("head", conv5, head, from.slopes("prelu5"));
    net.network().write(folder, "onet", output);
  }

  private static PreluLayer layer(PublishedParams from, int number) throws IOException {
    String name = "conv" + number;
    return new PreluLayer(name, from.convolution(name), from.slopes("prelu" + number));
  }

  /** {@return a layer for the difference of two logits, the second minus the first} */
  private static LinearLayer logit(LinearLayer twoLogits) {
    Matrix difference = new Matrix(1, 2);
    difference.set(0, 0, -1);
    difference.set(0, 1, 1);
    return twoLogits.thenOutputs(difference);
  }
}
