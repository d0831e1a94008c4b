package org.rollcall.face;

import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.model.picture.Landmarks;
import org.rollcall.model.picture.Picture;
import org.rollcall.model.picture.Point;

/** Draws pictures by formula. */
final class Drawing {
  private Drawing() {}

  /** A formula for the brightness of pixels. */
  interface Brush {
    /** {@return brightness of a pixel; clipped to 0..255} */
    double at(int x, int y);
  }

  static Plane plane(int width, int height, Brush brush) {
    float[] values = new float[3 * width * height];
    for (int i = 0; i < values.length; i++) {
      int pixel = i % (width * height);
      values[i] = (float) brush.at(pixel % width, pixel / width);
    }
    return new Plane(width, height, values, 0);
  }

  static Picture picture(int width, int height, Brush brush) {
    byte[] bgr = new byte[3 * width * height];
    for (int i = 0; i < bgr.length; i++) {
      double value = brush.at(i / 3 % width, i / 3 / width);
      bgr[i] = (byte) Math.max(0, Math.min(255, Math.round(value)));
    }
    return new Picture(width, height, bgr);
  }

  /** {@return a face of 100 pixels that looks straight ahead, in a picture of 140} */
  static FaceCrop face(Brush brush) {
    return face(brush, 70);
  }

  /** {@return the same with its nose at another column: turned away} */
  static FaceCrop face(Brush brush, float nose) {
    return face(brush, nose, 1);
  }

  /** {@return the same with another score of the detector} */
  static FaceCrop face(Brush brush, float nose, float score) {
    Landmarks landmarks =
        new Landmarks(
            new Point(50, 55),
            new Point(90, 55),
            new Point(nose, 75),
            new Point(55, 100),
            new Point(85, 100));
    Face face = new Face(new Box(20, 20, 120, 120), landmarks, score);
    return new FaceCrop(picture(140, 140, brush), face);
  }
}
