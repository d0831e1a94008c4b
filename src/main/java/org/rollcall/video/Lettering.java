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
import org.rollcall.model.Picture;

/** Text as a picture, drawn without any font of the machine: a server may have none. */
public final class Lettering {
  /** Rows of a capital letter of the built-in strokes. */
  private static final double CAPITAL_ROWS = 21;

  private static final int ROWS_PER_STROKE_PIXEL = 11;
  private static final int MARGIN = 2;

  private Lettering() {}

  /**
   * Draws a line of text, white on black.
   *
   * @param text the text; letters beyond ASCII are drawn as their nearest
   * @param capitals rows of a capital letter (> 0)
   * @return a picture as wide as the text, with the line in the middle of its height
   */
  public static Picture draw(String text, int capitals) {
    String plain = PlainLetters.of(text);
    double scale = capitals / CAPITAL_ROWS;
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
