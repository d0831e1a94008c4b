package org.rollcall.video;

import static org.bytedeco.opencv.global.opencv_imgproc.FILLED;
import static org.bytedeco.opencv.global.opencv_imgproc.FONT_HERSHEY_SIMPLEX;
import static org.bytedeco.opencv.global.opencv_imgproc.LINE_AA;
import static org.bytedeco.opencv.global.opencv_imgproc.getTextSize;
import static org.bytedeco.opencv.global.opencv_imgproc.putText;
import static org.bytedeco.opencv.global.opencv_imgproc.rectangle;

import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Picture;
import org.rollcall.video.convert.Mats;

/** Draws the boxes and labels of a preview, with OpenCV's built-in font. */
public final class Annotations {
  private static final double FONT_SCALE_PER_ROW = 1.0 / 1400;
  private static final double SMALLEST_FONT_SCALE = 0.4;
  private static final int ROWS_PER_LINE_PIXEL = 540;
  private static final int ROWS_PER_STROKE_PIXEL = 1000;
  private static final Scalar BLACK = new Scalar(0, 0, 0, 0);

  private final Mat canvas;
  private final double fontScale;
  private final int line;
  private final int stroke;

  private Annotations(Mat canvas) {
    this.canvas = canvas;
    this.fontScale = Math.max(SMALLEST_FONT_SCALE, canvas.rows() * FONT_SCALE_PER_ROW);
    this.line = 1 + canvas.rows() / ROWS_PER_LINE_PIXEL;
    this.stroke = 1 + canvas.rows() / ROWS_PER_STROKE_PIXEL;
  }

  /**
   * Draws annotations on a copy of a frame. Labels stay inside it, and clear of faces where there
   * is room.
   *
   * @param picture the frame
   * @param annotations the faces in it; non-ASCII letters are drawn as their nearest ASCII ones
   * @return the annotated copy
   */
  public static Picture draw(Picture picture, List<Annotation> annotations) {
    try (Mat canvas = Mats.of(picture)) {
      Annotations drawing = new Annotations(canvas);
      annotations.forEach(drawing::box);
      List<Box> faces = annotations.stream().map(Annotation::box).toList();
      LabelPlaces places = new LabelPlaces(picture.width(), picture.height(), faces);
      annotations.stream()
          .filter(annotation -> !annotation.label().isBlank())
          .forEach(annotation -> drawing.label(annotation, places));
      return Mats.picture(canvas);
    }
  }

  private void box(Annotation annotation) {
    Box box = annotation.box();
    try (Rect rect = rect(box);
        Scalar colour = colour(annotation.role())) {
      rectangle(canvas, rect, colour, line, LINE_AA, 0);
    }
  }

  private void label(Annotation annotation, LabelPlaces places) {
    int[] below = new int[1];
    String text = fitted(PlainLetters.of(annotation.label()));
    try (Size size = getTextSize(text, FONT_HERSHEY_SIMPLEX, fontScale, stroke, below);
        Scalar colour = colour(annotation.role())) {
      int margin = 2 + line;
      float height = Math.min(canvas.rows(), size.height() + below[0] + 2 * margin);
      Box place = places.take(annotation.box(), size.width() + 2 * margin, height);
      try (Rect background = rect(place);
          Point start =
              new Point(background.x() + margin, background.y() + margin + size.height())) {
        rectangle(canvas, background, colour, FILLED, LINE_AA, 0);
        putText(
            canvas, text, start, FONT_HERSHEY_SIMPLEX, fontScale, BLACK, stroke, LINE_AA, false);
      }
    }
  }

  private String fitted(String text) {
    String shown = text;
    while (shown.length() > 1 && widthOf(shown) > canvas.cols()) {
      shown = shown.substring(0, shown.length() - 1);
    }
    return shown;
  }

  private int widthOf(String text) {
    try (Size size = getTextSize(text, FONT_HERSHEY_SIMPLEX, fontScale, stroke, new int[1])) {
      return size.width() + 2 * (2 + line);
    }
  }

  private static Rect rect(Box box) {
    int left = Math.round(box.left());
    int top = Math.round(box.top());
    return new Rect(left, top, Math.round(box.right()) - left, Math.round(box.bottom()) - top);
  }

  /** Blue, green, red: light enough for black text, and distinct to the colour-blind. */
  private static Scalar colour(Annotation.LabelRole role) {
    return switch (role) {
      case IDENTIFIED -> new Scalar(120, 220, 60, 0);
      case REVIEW -> new Scalar(40, 170, 255, 0);
      case UNKNOWN -> new Scalar(225, 225, 225, 0);
    };
  }
}
