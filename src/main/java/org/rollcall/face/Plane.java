package org.rollcall.face;

import org.rollcall.model.Picture;

/**
 * An image as networks take it: three planes of floats 0..255, red, green, blue.
 *
 * @param width pixels in a row
 * @param height rows
 * @param values [3, height, width]; shared, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // carries pixels, is never compared
record Plane(int width, int height, float[] values) {
  static Plane empty(int width, int height) {
    return new Plane(width, height, new float[3 * width * height]);
  }

  static Plane of(Picture picture) {
    Plane plane = empty(picture.width(), picture.height());
    plane.fill(picture);
    return plane;
  }

  /** Takes the pixels of a picture of the same size. */
  void fill(Picture picture) {
    int size = width * height;
    byte[] bgr = picture.bgr();
    for (int i = 0, p = 0; i < size; i++, p += 3) {
      values[i] = bgr[p + 2] & 0xff;
      values[size + i] = bgr[p + 1] & 0xff;
      values[2 * size + i] = bgr[p] & 0xff;
    }
  }
}
