package org.rollcall.face.convert;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.testing.SharedFolders;
import org.rollcall.testing.UsesPacks;

@UsesPacks
class MobileFaceNetConversionTest {
  /** By the published network in OpenCV. */
  private static final double[][] DISTANCES = {
    {1.06563, 1.14016, 1.14272, 1.14043},
    {1.00165, 0.74383, 0.85547},
    {0.94999, 0.91029},
    {0.76377}
  };

  private static final int SIZE = 112;

  @TempDir Path folder;

  @Test
  void embed_knownPictures_haveTheKnownDistances() throws IOException {
    Path published = SharedFolders.models().resolve("mobilefacenet-foamliu");
    new MobileFaceNetConversion().convert(published, folder);

    GoldenFaces.assertDistances(folder, MobileFaceNetConversionTest::centre, DISTANCES);
  }

  /** {@return the colours of the middle of a picture, 0 to 255} */
  private static ParamTensor centre(ParamTensor picture) {
    int from = (picture.shape()[2] - SIZE) / 2;
    float[] centre = new float[3 * SIZE * SIZE];
    for (int i = 0; i < centre.length; i++) {
      int plane = i / (SIZE * SIZE);
      int row = from + i / SIZE % SIZE;
      int column = from + i % SIZE;
      int pixel = (plane * picture.shape()[2] + row) * picture.shape()[3] + column;
      centre[i] = picture.values()[pixel] * 128 + 127.5f;
    }
    return new ParamTensor(new int[] {1, 3, SIZE, SIZE}, centre);
  }

  @Test
  void convert_anotherNetwork_isRejected() throws IOException {
    Path yuNet = SharedFolders.models().resolve("yunet/yunet_n_640_640.onnx");
    Path published = Files.createDirectory(folder.resolve("published"));
    Files.copy(yuNet, published.resolve("MobileFaceNet.onnx"));

    assertThatThrownBy(() -> new MobileFaceNetConversion().convert(published, folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("should have a convolution of [64, 3, 3, 3]");
  }

  @Test
  void convert_notAnOnnxFile_isRejected() throws IOException {
    Path published = Files.createDirectory(folder.resolve("published"));
    Files.writeString(published.resolve("MobileFaceNet.onnx"), "nothing of the kind");

    assertThatThrownBy(() -> new MobileFaceNetConversion().convert(published, folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not a readable ONNX file");
  }
}
