package org.rollcall.video.convert;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.rollcall.model.picture.Picture;

/** Converts between pictures and OpenCV matrices. */
public final class Mats {
  /** OpenCV's codes: around the horizontal axis, the vertical one, both. */
  private static final int FLIP = 0;

  private static final int MIRROR = 1;
  private static final int BOTH = -1;

  private Mats() {}

  /**
   * Copies a picture.
   *
   * @param picture the pixels
   * @return a matrix with a copy of them; the caller closes it
   */
  public static Mat of(Picture picture) {
    Mat mat = new Mat(picture.height(), picture.width(), CV_8UC3);
    mat.data().put(picture.bgr());
    return mat;
  }

  /**
   * Copies a matrix.
   *
   * @param mat a continuous 8-bit BGR matrix
   * @return a picture with a copy of its pixels
   */
  public static Picture picture(Mat mat) {
    byte[] bgr = new byte[3 * mat.cols() * mat.rows()];
    try (BytePointer pixels = mat.data()) {
      pixels.get(bgr);
    }
    return new Picture(mat.cols(), mat.rows(), bgr);
  }

  /** {@return the picture turned and mirrored until it is upright} */
  static Picture turned(Picture picture, Orientation orientation) {
    try (Mat stored = of(picture);
        Mat upright = orientation.transposed() ? new Mat() : stored.clone()) {
      if (orientation.transposed()) {
        opencv_core.transpose(stored, upright);
      }
      if (orientation.mirrored() || orientation.flipped()) {
        opencv_core.flip(upright, upright, axis(orientation));
      }
      return picture(upright);
    }
  }

  private static int axis(Orientation orientation) {
    if (orientation.mirrored() && orientation.flipped()) {
      return BOTH;
    }
    return orientation.mirrored() ? MIRROR : FLIP;
  }
}
