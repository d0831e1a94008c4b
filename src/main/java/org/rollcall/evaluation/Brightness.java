package org.rollcall.evaluation;

import org.rollcall.model.picture.Picture;

/** Measures the brightness of images. */
final class Brightness {
  private Brightness() {}

  /** {@return the mean brightness of all pixels, 0 (black) to 255 (white), by ITU-R BT.601} */
  static double of(Picture picture) {
    byte[] bgr = picture.bgr();
    double sum = 0;
    for (int i = 0; i < bgr.length; i += 3) {
      sum += 0.114 * (bgr[i] & 0xff) + 0.587 * (bgr[i + 1] & 0xff) + 0.299 * (bgr[i + 2] & 0xff);
    }
    return sum / (bgr.length / 3.0);
  }
}
