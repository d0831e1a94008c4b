package org.rollcall.face.convert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.rollcall.face.convert.NetworkBuilder.Stepping;

/**
 * Rebuilds MobileFaceNet (Chen et al., arXiv 1804.07573) for MXNet from its ONNX file, with the
 * same results. ReLU6 is built from operations that oneDNN accelerates, unlike MXNet's clip.
 *
 * <p>The published network expects colours standardised channel by channel; the installed one does
 * that itself and takes plain RGB, 0 to 255.
 */
public final class MobileFaceNetConversion implements PackConversion {
  /** Mean and deviation of the training pictures' red, green and blue, 0..1. */
  private static final float[] MEAN = {0.485f, 0.456f, 0.406f};

  private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};
  private static final float WHITE = 255;

  private static final int STEM = 64;
  private static final int FEATURES = 512;
  private static final int EMBEDDING = 128;

  /** Width and height of the last feature map. */
  private static final int LAST_SIZE = 7;

  private static final Stepping HALVED = new Stepping(2, 1, 1);
  private static final Stepping SAME = new Stepping(1, 1, 1);

  /**
   * The groups of inverted residual blocks. The first block of a group may halve the picture; the
   * others keep size and channels.
   */
  private static final BlockGroup[] GROUPS = {
    new BlockGroup(128, 64, 5, true),
    new BlockGroup(256, 128, 1, true),
    new BlockGroup(256, 128, 6, false),
    new BlockGroup(512, 128, 1, true),
    new BlockGroup(256, 128, 2, false)
  };

  private record BlockGroup(int expanded, int channels, int blocks, boolean halves) {}

  @Override
  public void convert(Path published, Path installed) throws IOException {
    OnnxConvolutions layers = OnnxConvolutions.read(published.resolve("MobileFaceNet.onnx"));
    Construction construction = new Construction(layers);
    construction.write(installed);
  }

  /** The network as far as it has been built. */
  private static final class Construction {
    private final NetworkBuilder network = new NetworkBuilder();
    private final OnnxConvolutions layers;
    private int node = NetworkBuilder.DATA;
    private int channels = STEM;
    private int number;

    Construction(OnnxConvolutions layers) {
      this.layers = layers;
    }

    void write(Path installed) throws IOException {
      stem();
      for (BlockGroup group : GROUPS) {
        for (int block = 0; block < group.blocks(); block++) {
          block(group, block == 0 && group.halves());
        }
      }
      head();
      network.write(installed, "embed", node);
    }

    private void stem() throws IOException {
      node = network.affine("standardised", node, factors(), shifts());
      relu6(network.convolution(name(), node, sixMinus(layers.next(STEM, 3, 3, 3)), HALVED), STEM);
      node =
          network.relu(name(), network.depthwise(name(), node, layers.next(STEM, 1, 3, 3), SAME));
      node =
          network.relu(
              name(),
              network.convolution(name(), node, layers.next(STEM, STEM, 1, 1), Stepping.VALID));
    }

    /** Adds an inverted residual block: expand, depthwise convolution, project. */
    private void block(BlockGroup group, boolean halves) throws IOException {
      int input = node;
      int wide = group.expanded();
      boolean residual = !halves && channels == group.channels();
      pointwise6(wide);
      LinearLayer depthwise = sixMinus(layers.next(wide, 1, 3, 3));
      relu6(network.depthwise(name(), node, depthwise, halves ? HALVED : SAME), wide);
      LinearLayer project = layers.next(group.channels(), wide, 1, 1);
      channels = group.channels();
      node = network.convolution(name(), node, project, Stepping.VALID);
      node = residual ? network.add(name(), input, node) : node;
    }

    private void head() throws IOException {
      pointwise6(FEATURES);
      LinearLayer global = layers.next(FEATURES, 1, LAST_SIZE, LAST_SIZE);
      node = network.depthwise(name(), node, global, Stepping.VALID);
      node = network.flatten(name(), node);
      node = network.fullyConnected(name(), node, layers.next(EMBEDDING, FEATURES, 1, 1));
    }

    /** Adds a 1×1 convolution and ReLU6. */
    private void pointwise6(int outputs) throws IOException {
      LinearLayer layer = sixMinus(layers.next(outputs, channels, 1, 1));
      relu6(network.convolution(name(), node, layer, Stepping.VALID), outputs);
      channels = outputs;
    }

    /** Clips x to 0..6, given 6 − x: ReLU(6 − ReLU(6 − x)). */
    private void relu6(int sixMinusX, int outputs) {
      ParamTensor minusOne = ParamTensor.filled(outputs, -1);
      ParamTensor six = ParamTensor.filled(outputs, 6);
      int below = network.relu(name(), sixMinusX);
      node = network.relu(name(), network.affine(name(), below, minusOne, six));
    }

    private String name() {
      return "layer" + number++;
    }
  }

  /** {@return the layer 6 − x, whose output {@link Construction#relu6} takes} */
  private static LinearLayer sixMinus(LinearLayer layer) {
    float[] factors = new float[layer.outputs()];
    float[] shifts = new float[layer.outputs()];
    Arrays.fill(factors, -1);
    Arrays.fill(shifts, 6);
    return layer.then(factors, shifts);
  }

  private static ParamTensor factors() {
    float[] factors = new float[MEAN.length];
    for (int colour = 0; colour < factors.length; colour++) {
      factors[colour] = 1 / (WHITE * DEVIATION[colour]);
    }
    return ParamTensor.vector(factors);
  }

  private static ParamTensor shifts() {
    float[] shifts = new float[MEAN.length];
    for (int colour = 0; colour < shifts.length; colour++) {
      shifts[colour] = -MEAN[colour] / DEVIATION[colour];
    }
    return ParamTensor.vector(shifts);
  }
}
