package org.rollcall.face.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.face.pack.MxnetModel;
import org.rollcall.face.pack.Pixels;
import org.rollcall.model.picture.Embedding;
import org.rollcall.testing.SharedFolders;
import org.rollcall.testing.UsesPacks;

@UsesPacks
class FaceNetConversionTest {
  private static final List<String> PEOPLE =
      List.of("angelina_jolie", "bradley_cooper", "kate_siegel", "paul_rudd", "shea_whigham");

  /** Distances of each person to the ones after, by an independent conversion. */
  private static final double[][] DISTANCES = {
    {1.48177, 0.86656, 1.43650, 1.43677},
    {1.33418, 1.05209, 1.08134},
    {1.38381, 1.34424},
    {1.09678}
  };

  private static final double TOLERANCE = 1e-3;

  @TempDir Path folder;

  @Test
  void embed_knownPictures_haveTheKnownDistances() throws IOException {
    Path golden = SharedFolders.golden();
    new FaceNetConversion().convert(SharedFolders.models().resolve("facenet-vggface2"), folder);

    List<Embedding> embeddings = new ArrayList<>();
    try (MxnetModel model = MxnetModel.load(folder, "embed")) {
      for (String person : PEOPLE) {
        ParamTensor crop = Pixels.of(golden.resolve(person + ".png"));
        embeddings.add(Embedding.normalised(model.run(crop).get(0).values()));
      }
    }

    for (int i = 0; i < DISTANCES.length; i++) {
      for (int j = 0; j < DISTANCES[i].length; j++) {
        double cosine = embeddings.get(i).cosine(embeddings.get(i + 1 + j));
        assertThat(Math.sqrt(2 - 2 * cosine)).isCloseTo(DISTANCES[i][j], within(TOLERANCE));
      }
    }
  }
}
