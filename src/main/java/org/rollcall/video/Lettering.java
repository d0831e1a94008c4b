package org.rollcall.video;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgproc.FONT_HERSHEY_SIMPLEX;
import static org.bytedeco.opencv.global.opencv_imgproc.LINE_AA;
import static org.bytedeco.opencv.global.opencv_imgproc.getTextSize;
import static org.bytedeco.opencv.global.opencv_imgproc.putText;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.rollcall.model.picture.Picture;
import org.rollcall.video.convert.Mats;

/** Draws text as a picture, with OpenCV's built-in font: a server may have no other. */
public final class Lettering {
  /** Height of a capital letter at scale 1, in pixels. */
  private static final double CAPITAL_HEIGHT = 21;

  private static final int ROWS_PER_STROKE_PIXEL = 11;
  private static final int MARGIN = 2;

  private Lettering() {}

  /**
   * Draws a line of text, white on black.
   *
   * @param text the text; non-ASCII letters are drawn as their nearest ASCII ones
   * @param capitals height of a capital letter (pixels; > 0)
   * @return a picture as wide as the text, with the line centred vertically
   */
  public static Picture draw(String text, int capitals) {
    String plain = PlainLetters.of(text);
    double scale = capitals / CAPITAL_HEIGHT;
    int stroke = Math.max(1, Math.round((float) capitals / ROWS_PER_STROKE_PIXEL));
    try (Size size = getTextSize(plain, FONT_HERSHEY_SIMPLEX, scale, stroke, new int[1]);
        Scalar black = new Scalar(0, 0, 0, 0);
        Scalar white = new Scalar(255, 255, 255, 0);
        Mat canvas = new Mat(2 * capitals, size.width() + 2 * MARGIN, CV_8UC3, black);
        Point start = new Point(MARGIN, (3 * capitals) / 2)) {
      putText(canvas, plain, start, FONT_HERSHEY_SIMPLEX, scale, white, stroke, LINE_AA, false);
      return Mats.picture(canvas);
    }
  }
}
