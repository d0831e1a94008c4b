package org.rollcall.face.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.rollcall.face.pack.MxnetModel;
import org.rollcall.face.pack.Pixels;
import org.rollcall.model.picture.Embedding;
import org.rollcall.testing.SharedFolders;

/** Five pictures of faces whose embeddings are known from other engines. */
final class GoldenFaces {
  private static final List<String> PEOPLE =
      List.of("angelina_jolie", "bradley_cooper", "kate_siegel", "paul_rudd", "shea_whigham");

  private static final double TOLERANCE = 1e-3;

  private GoldenFaces() {}

  /**
   * Checks a converted network.
   *
   * @param folder holds the network {@code embed}
   * @param input makes the network's input of a picture of 160×160 pixels, RGB, (x − 127.5) / 128
   * @param distances of each person's unit vector to those of the people after
   */
  static void assertDistances(Path folder, UnaryOperator<ParamTensor> input, double[]... distances)
      throws IOException {
    List<Embedding> embeddings = new ArrayList<>();
    try (MxnetModel model = MxnetModel.load(folder, "embed")) {
      for (String person : PEOPLE) {
        ParamTensor picture = Pixels.of(SharedFolders.golden().resolve(person + ".png"));
        embeddings.add(Embedding.normalised(model.run(input.apply(picture)).get(0).values()));
      }
    }
    for (int i = 0; i < distances.length; i++) {
      for (int j = 0; j < distances[i].length; j++) {
        double cosine = embeddings.get(i).cosine(embeddings.get(i + 1 + j));
        assertThat(Math.sqrt(2 - 2 * cosine)).isCloseTo(distances[i][j], within(TOLERANCE));
      }
    }
  }
}
