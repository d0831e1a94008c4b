package org.rollcall.demo;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

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
    for (int start = 0; start < from.length; start += width) {
      int[] row = smearedRow(Arrays.copyOfRange(from, start, start + width), length);
      System.arraycopy(row, 0, to, start, width);
    }
    return smeared;
  }

  private static int[] smearedRow(int[] row, int length) {
    int[] smeared = new int[row.length];
    for (int shift = 0; shift < 32; shift += 8) {
      smearChannel(row, smeared, shift, length);
    }
    return smeared;
  }

  /** Averages one colour channel over a window that slides along the row. */
  private static void smearChannel(int[] row, int[] smeared, int shift, int length) {
    int sum = 0;
    for (int x = 0; x < row.length + length / 2; x++) {
      sum += x < row.length ? row[x] >>> shift & 0xff : 0;
      sum -= x >= length ? row[x - length] >>> shift & 0xff : 0;
      if (x >= length / 2) {
        smeared[x - length / 2] |= (sum / length) << shift;
      }
    }
  }
}
