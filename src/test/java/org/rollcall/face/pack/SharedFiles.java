package org.rollcall.face.pack;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Published packs and pictures that are not part of the project, for tests tagged "packs". */
final class SharedFiles {
  private SharedFiles() {}

  /** {@return the folder of published packs; the test is skipped without one} */
  static Path models() {
    String folder =
        Optional.ofNullable(System.getenv("ROLLCALL_MODELS_FROM")).orElse("../shared/models");
    return require(Path.of(folder), "published model packs; set ROLLCALL_MODELS_FROM");
  }

  /** {@return pictures of known faces; the test is skipped without them} */
  static Path golden() {
    return require(
        Path.of(System.getenv().getOrDefault("ROLLCALL_GOLDEN", "../shared/data/golden")),
        "golden pictures; set ROLLCALL_GOLDEN");
  }

  /** {@return [1, 3, height, width], RGB, (x − 127.5) / 128} */
  static Tensor picture(Path file) throws IOException {
    BufferedImage image = ImageIO.read(file.toFile());
    int plane = image.getWidth() * image.getHeight();
    float[] values = new float[3 * plane];
    for (int i = 0; i < plane; i++) {
      int rgb = image.getRGB(i % image.getWidth(), i / image.getWidth());
      for (int colour = 0; colour < 3; colour++) {
        int value = rgb >> (16 - 8 * colour) & 0xff;
        values[colour * plane + i] = (value - 127.5f) / 128;
      }
    }
    return new Tensor(new int[] {1, 3, image.getHeight(), image.getWidth()}, values);
  }

  private static Path require(Path folder, String what) {
    boolean found = Files.isDirectory(folder);
    if (!found) {
      System.err.printf("SKIPPED: no %s in '%s'%n", what, folder.toAbsolutePath());
    }
    assumeTrue(found, "no " + what + " in '" + folder + "'");
    return folder;
  }
}
