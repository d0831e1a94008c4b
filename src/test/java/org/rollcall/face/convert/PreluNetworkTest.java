package org.rollcall.face.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.face.convert.PreluNetwork.Channels;
import org.rollcall.face.convert.PreluNetwork.PreluLayer;
import org.rollcall.face.pack.MxnetModel;
import org.rollcall.testing.UsesNatives;

/** Runs each construction on MXNet and compares it with PReLU itself. */
@UsesNatives
class PreluNetworkTest {
  private static final float[] SLOPES = {0.25f, -0.5f, 1.5f};
  private static final LinearLayer IDENTITY = LinearLayer.identity(3);

  /** A picture of 2×2 pixels: red, green, blue. */
  private static final ParamTensor PICTURE =
      new ParamTensor(
          new int[] {1, 3, 2, 2}, new float[] {1, -2, 3, -4, -1, 2, -3, 4, 5, -6, -7, -8});

  @TempDir Path folder;

  private final PreluNetwork net = new PreluNetwork();

  @Test
  void prelu_bothSigns_equalsPreluOfBgr() throws IOException {
    Channels channels = net.prelu(net.picture(), new PreluLayer("layer", IDENTITY, SLOPES));

    assertThat(run(net.convolution("output", channels, IDENTITY)))
        .containsExactly(
            new float[] {
              5,
              0.25f * -6,
              0.25f * -7,
              0.25f * -8, //
              -0.5f * -1,
              2,
              -0.5f * -3,
              4, //
              1,
              1.5f * -2,
              3,
              1.5f * -4
            },
            within(1e-5f));
  }

  @Test
  void pooledPrelu_bothSigns_equalsTheMaximumOfPrelu() throws IOException {
    Channels channels =
        net.pooledPrelu(net.picture(), new PreluLayer("layer", IDENTITY, SLOPES), 2);

    assertThat(run(net.convolution("output", channels, IDENTITY)))
        .containsExactly(new float[] {5, 4, 3}, within(1e-5f));
  }

  @Test
  void pooledPrelu_allNegative_usesTheSlopes() throws IOException {
    LinearLayer negative = IDENTITY.then(new float[] {1, 1, 1}, new float[] {-10, -10, -10});
    Channels channels =
        net.pooledPrelu(net.picture(), new PreluLayer("layer", negative, SLOPES), 2);

    // Largest and smallest after −10: blue −5, green −13, red −7.
    assertThat(run(net.convolution("output", channels, IDENTITY)))
        .containsExactly(new float[] {0.25f * -5, -0.5f * -13, 1.5f * -7}, within(1e-5f));
  }

  @Test
  void convolutionAfterPrelu_andFullyConnected_giveTheSameSum() throws IOException {
    int input = net.convolution("input", net.picture(), IDENTITY);
    LinearLayer sum =
        LinearLayer.unbiased(
            new ParamTensor(new int[] {1, 3, 2, 2}, ParamTensor.filled(12, 1).values()));

    int convolution = net.convolutionAfterPrelu("convolution", input, sum, SLOPES);
    int connected = net.fullyConnectedAfterPrelu("connected", input, sum, SLOPES);
    int flat = net.network().flatten("flat", convolution);

    // Blue 5 − 5.25, green 6 + 2, red 4 − 9.
    assertThat(run(net.network().concatenate("both", flat, connected)))
        .containsExactly(new float[] {2.75f, 2.75f}, within(1e-5f));
  }

  private float[] run(int output) throws IOException {
    net.network().write(folder, "net", output);
    try (MxnetModel model = MxnetModel.load(folder, "net")) {
      return model.run(PICTURE).get(0).values();
    }
  }
}
