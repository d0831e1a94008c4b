package org.rollcall.face.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.face.pack.MxnetModel;
import org.rollcall.face.pack.Pixels;
import org.rollcall.face.pack.PublishedMtcnn;
import org.rollcall.testing.SharedFolders;
import org.rollcall.testing.UsesPacks;

/** Compares the output of each converted network with that of the published one. */
@UsesPacks
class MtcnnConversionTest {
  private static final float TOLERANCE = 1e-5f;

  @TempDir static Path folder;

  @BeforeAll
  static void convert() throws IOException {
    Path published = SharedFolders.models();
    new MtcnnConversion().convert(published.resolve("mtcnn"), folder);
    PublishedMtcnn.copy(published, folder);
  }

  @Test
  void pnet_evenAndOddSizes_equalsThePublishedOne() {
    for (ParamTensor picture : List.of(random(1, 12, 12), random(1, 121, 98), random(2, 64, 33))) {
      assertSamePnet(picture);
    }
  }

  @Test
  void pnet_photo_equalsThePublishedOne() throws IOException {
    Path photo = SharedFolders.golden().resolve("kate_siegel.png");

    assertSamePnet(reversed(Pixels.of(photo)));
  }

  private static void assertSamePnet(ParamTensor picture) {
    ParamTensor actual = run("pnet", reversed(picture));

    List<ParamTensor> expected = runPublished("det1", picture);
    assertSameFaces(actual, expected.get(1));
    assertSameChannels(actual, 1, expected.get(0));
  }

  @Test
  void rnet_manyCrops_equalsThePublishedOne() {
    ParamTensor crops = random(7, 24, 24);

    ParamTensor actual = run("rnet", reversed(crops));

    List<ParamTensor> expected = runPublished("det2", crops);
    assertSameFaces(actual, expected.get(1));
    assertSameChannels(actual, 1, expected.get(0));
  }

  @Test
  void onet_manyCrops_equalsThePublishedOne() {
    ParamTensor crops = random(5, 48, 48);

    ParamTensor actual = run("onet", reversed(crops));

    List<ParamTensor> expected = runPublished("det3", crops);
    assertSameFaces(actual, expected.get(2));
    assertSameChannels(actual, 1, expected.get(1));
    assertSameChannels(actual, 5, expected.get(0));
  }

  /** Compares the sigmoid of channel 0 with the second of two probabilities. */
  private static void assertSameFaces(ParamTensor actual, ParamTensor probabilities) {
    int count = actual.shape()[0];
    assertThat(places(probabilities)).isEqualTo(places(actual));
    for (int picture = 0; picture < count; picture++) {
      assertThat(sigmoid(plane(actual, picture, 0)))
          .containsExactly(plane(probabilities, picture, 1), within(TOLERANCE));
    }
  }

  private static float[] sigmoid(float... logits) {
    float[] probabilities = new float[logits.length];
    for (int i = 0; i < logits.length; i++) {
      probabilities[i] = (float) (1 / (1 + Math.exp(-logits[i])));
    }
    return probabilities;
  }

  /** Compares the channels from a first one on with all expected channels. */
  private static void assertSameChannels(ParamTensor actual, int first, ParamTensor expected) {
    assertThat(places(expected)).isEqualTo(places(actual));
    for (int picture = 0; picture < actual.shape()[0]; picture++) {
      for (int channel = 0; channel < expected.shape()[1]; channel++) {
        assertThat(plane(actual, picture, first + channel))
            .containsExactly(plane(expected, picture, channel), within(TOLERANCE));
      }
    }
  }

  private static float[] plane(ParamTensor tensor, int picture, int channel) {
    int start = (picture * tensor.shape()[1] + channel) * places(tensor);
    return Arrays.copyOfRange(tensor.values(), start, start + places(tensor));
  }

  private static int places(ParamTensor tensor) {
    return tensor.values().length / tensor.shape()[0] / tensor.shape()[1];
  }

  private static ParamTensor run(String network, ParamTensor input) {
    try (MxnetModel model = MxnetModel.load(folder, network)) {
      return model.run(input).get(0);
    }
  }

  private static List<ParamTensor> runPublished(String network, ParamTensor input) {
    try (MxnetModel model = MxnetModel.load(folder, network)) {
      return model.run(input);
    }
  }

  private static ParamTensor random(int count, int height, int width) {
    int[] shape = {count, 3, height, width};
    float[] values = new float[ParamTensor.size(shape)];
    Random random = new Random(1);
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() * 2 - 1;
    }
    return new ParamTensor(shape, values);
  }

  /** Swaps red and blue. */
  private static ParamTensor reversed(ParamTensor pictures) {
    int[] shape = pictures.shape();
    int plane = shape[2] * shape[3];
    float[] values = new float[pictures.values().length];
    for (int i = 0; i < shape[0] * 3; i++) {
      int target = i / 3 * 3 + 2 - i % 3;
      System.arraycopy(pictures.values(), i * plane, values, target * plane, plane);
    }
    return new ParamTensor(shape, values);
  }
}
