package org.rollcall.face.pack;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.rollcall.face.convert.ParamTensor;

/** Reads pictures as input of the networks. */
public final class Pixels {
  private Pixels() {}

  /** {@return [1, 3, height, width], RGB, (x − 127.5) / 128} */
  public static ParamTensor of(Path file) throws IOException {
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
    return new ParamTensor(new int[] {1, 3, image.getHeight(), image.getWidth()}, values);
  }
}
