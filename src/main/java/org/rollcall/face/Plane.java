package org.rollcall.face;

import org.rollcall.model.picture.Picture;

/**
 * An image in the layout of a network's input: float32 [3, height, width], RGB, 0..255.
 *
 * @param width pixels in a row
 * @param height rows
 * @param values holds the image, perhaps among others of a batch; shared, not copied
 * @param offset where the image starts in the values
 */
@SuppressWarnings("ArrayRecordComponent") // carries pixels, is never compared
record Plane(int width, int height, float[] values, int offset) {
  /** {@return a black image} */
  static Plane empty(int width, int height) {
    return new Plane(width, height, new float[3 * width * height], 0);
  }

  /** {@return the pixels of a picture} */
  static Plane of(Picture picture) {
    Plane plane = empty(picture.width(), picture.height());
    float[] values = plane.values;
    int area = plane.area();
    byte[] bgr = picture.bgr();
    for (int i = 0, p = 0; i < area; i++, p += 3) {
      values[i] = bgr[p + 2] & 0xff;
      values[area + i] = bgr[p + 1] & 0xff;
      values[2 * area + i] = bgr[p] & 0xff;
    }
    return plane;
  }

  /** {@return number of pixels} */
  int area() {
    return width * height;
  }
}
