package org.rollcall.face.convert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.testing.SharedFolders;
import org.rollcall.testing.UsesPacks;

@UsesPacks
class FaceNetConversionTest {
  /** By an independent conversion. */
  private static final double[][] DISTANCES = {
    {1.48177, 0.86656, 1.43650, 1.43677},
    {1.33418, 1.05209, 1.08134},
    {1.38381, 1.34424},
    {1.09678}
  };

  @TempDir Path folder;

  @Test
  void embed_knownPictures_haveTheKnownDistances() throws IOException {
    new FaceNetConversion().convert(SharedFolders.models().resolve("facenet-vggface2"), folder);

    GoldenFaces.assertDistances(folder, UnaryOperator.identity(), DISTANCES);
  }
}
