package org.rollcall.face.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.face.pack.MxnetModel;
import org.rollcall.model.picture.Embedding;
import org.rollcall.testing.SharedFolders;
import org.rollcall.testing.UsesPacks;

@UsesPacks
class MobileFaceConversionTest {
  /** For unit vectors: 6 − (6 − x) loses the last digits of a small x. */
  private static final float TOLERANCE = 5e-5f;

  private static final int FACES = 3;
  private static final int SIZE = 112;

  @TempDir Path folder;

  @Test
  void embed_randomPictures_equalsThePublishedNetwork() throws IOException {
    Path published = SharedFolders.models().resolve("mobileface-v2");
    new MobileFaceConversion().convert(published, folder);
    ParamTensor raw = randomColours();

    ParamTensor expected = run(published, "MobileFace_Identification_V2", raw);
    ParamTensor actual = run(folder, "embed", scaled(raw));

    assertThat(actual.shape()).isEqualTo(expected.shape());
    for (int face = 0; face < FACES; face++) {
      assertThat(embedding(actual, face).values())
          .containsExactly(embedding(expected, face).values(), offset(TOLERANCE));
    }
  }

  private static Embedding embedding(ParamTensor output, int face) {
    int dimension = output.shape()[1];
    return Embedding.normalised(
        Arrays.copyOfRange(output.values(), face * dimension, (face + 1) * dimension));
  }

  private static ParamTensor run(Path folder, String network, ParamTensor input) {
    try (MxnetModel model = MxnetModel.load(folder, network)) {
      return model.run(input).get(0);
    }
  }

  private static ParamTensor randomColours() {
    int[] shape = {FACES, 3, SIZE, SIZE};
    float[] values = new float[ParamTensor.size(shape)];
    Random random = new Random(1);
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(256);
    }
    return new ParamTensor(shape, values);
  }

  private static ParamTensor scaled(ParamTensor colours) {
    float[] values = colours.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = (values[i] - 127.5f) * 0.0078125f;
    }
    return new ParamTensor(colours.shape(), values);
  }
}
