package org.rollcall.demo;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Random;

/** Turns a painted frame into the image of a cheap camera, with darker corners and noise. */
final class Sensor {
  private static final double NOISE = 2.6;

  /** Share of the light lost in the corners. */
  private static final double VIGNETTE = 0.3;

  private static final int UNIT = 256;

  private final int width;
  private final int height;
  private final short[] vignette;
  private final byte[] noise;

  Sensor(int width, int height, Random random) {
    this.width = width;
    this.height = height;
    this.vignette = vignette(width, height);
    this.noise = new byte[2 * width * height];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) Math.round(16 * NOISE * Math.max(-3, Math.min(3, random.nextGaussian())));
    }
  }

  private static short[] vignette(int width, int height) {
    short[] shares = new short[width * height];
    double corner = Math.hypot(width, height) / 2;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double radius = Math.hypot(x - width / 2.0, y - height / 2.0) / corner;
        shares[y * width + x] = (short) (UNIT * (1 - VIGNETTE * Math.pow(radius, 3)));
      }
    }
    return shares;
  }

  /**
   * Exposes a frame, in integer arithmetic, because every frame has millions of pixels.
   *
   * @param pixels red, green and blue in the lower 24 bits
   * @param brightness factor for all channels (0..2)
   * @param amplification factor for the noise (0..3)
   * @param random selects the noise
   * @return three bytes per pixel: blue, green, red
   */
  BufferedImage expose(int[] pixels, double brightness, double amplification, Random random) {
    int gain = (int) (UNIT * brightness);
    int loudness = (int) (16 * amplification);
    int offset = random.nextInt(noise.length - pixels.length);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    byte[] bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    int at = 0;
    for (int i = 0; i < pixels.length; i++) {
      int pixel = pixels[i];
      int factor = (vignette[i] * gain) >> 8;
      int error = (noise[offset + i] * loudness) >> 8;
      bgr[at++] = limited(scaled(pixel, factor) + error);
      bgr[at++] = limited(scaled(pixel >> 8, factor) + error);
      bgr[at++] = limited(scaled(pixel >> 16, factor) + error);
    }
    return image;
  }

  private static int scaled(int level, int factor) {
    return ((level & 0xff) * factor) >> 8;
  }

  private static byte limited(int level) {
    return (byte) Math.max(0, Math.min(255, level));
  }
}
