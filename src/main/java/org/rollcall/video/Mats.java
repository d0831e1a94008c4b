package org.rollcall.video;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.rollcall.model.picture.Picture;

/** Converts between pictures and OpenCV matrices. */
final class Mats {
  private static final int[] TURNS = {
    opencv_core.ROTATE_90_CLOCKWISE, opencv_core.ROTATE_180, opencv_core.ROTATE_90_COUNTERCLOCKWISE
  };

  private Mats() {}

  /** {@return a matrix with a copy of the pixels; the caller closes it} */
  static Mat of(Picture picture) {
    Mat mat = new Mat(picture.height(), picture.width(), CV_8UC3);
    mat.data().put(picture.bgr());
    return mat;
  }

  /** {@return a picture with a copy of the pixels of a continuous 8-bit BGR matrix} */
  static Picture picture(Mat mat) {
    byte[] bgr = new byte[3 * mat.cols() * mat.rows()];
    try (BytePointer pixels = mat.data()) {
      pixels.get(bgr);
    }
    return new Picture(mat.cols(), mat.rows(), bgr);
  }

  /** {@return the picture turned clockwise by 1..3 quarter turns} */
  static Picture turned(Picture picture, int quarterTurns) {
    try (Mat lying = of(picture);
        Mat upright = new Mat()) {
      opencv_core.rotate(lying, upright, TURNS[quarterTurns - 1]);
      return picture(upright);
    }
  }
}
