package org.rollcall.demo;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * Motion blur: smears whatever moves during the exposure along its path, here always horizontal.
 */
final class MotionBlur {
  private MotionBlur() {}

  /**
   * Smears an image to both sides.
   *
   * @param picture the image (premultiplied colours), with room at its sides
   * @param distance how far it moves during the exposure, in pixels; below 2 the blur is invisible
   * @return the smeared image, or the same one
   */
  static BufferedImage smear(BufferedImage picture, double distance) {
    int length = Math.min((int) Math.round(Math.abs(distance)), picture.getWidth() - 1);
    if (length < 2) {
      return picture;
    }
    int width = picture.getWidth();
    BufferedImage smeared =
        new BufferedImage(width, picture.getHeight(), BufferedImage.TYPE_INT_ARGB_PRE);
    int[] from = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    int[] to = ((DataBufferInt) smeared.getRaster().getDataBuffer()).getData();
    for (int row = 0; row < from.length; row += width) {
      smearRow(from, to, row, width, length);
    }
    return smeared;
  }

  /** Averages over a window that slides along the row, one colour channel after the other. */
  private static void smearRow(int[] from, int[] to, int row, int width, int length) {
    for (int shift = 0; shift < 32; shift += 8) {
      int sum = 0;
      for (int x = 0; x < width + length / 2; x++) {
        sum += x < width ? from[row + x] >>> shift & 0xff : 0;
        sum -= x >= length ? from[row + x - length] >>> shift & 0xff : 0;
        if (x >= length / 2) {
          to[row + x - length / 2] |= (sum / length) << shift;
        }
      }
    }
  }
}
