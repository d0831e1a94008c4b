package org.rollcall.face;

import java.util.List;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.model.picture.Point;

/** Cuts a face out of its crop in the position that an embedding network expects. */
final class Aligner {
  /** Positions of the five landmarks in the 112×112 template of ArcFace and its kin. */
  private static final List<Point> TEMPLATE_112 =
      List.of(
          new Point(38.29f, 51.70f),
          new Point(73.53f, 51.50f),
          new Point(56.03f, 71.74f),
          new Point(41.55f, 92.37f),
          new Point(70.73f, 92.20f));

  /** FaceNet was trained on 160 pixels, of which 16 on each side lie around the detected box. */
  private static final float FACENET_MARGIN = 16f / (160 - 32);

  private Aligner() {}

  /**
   * Rotates, scales and shifts the face to bring its landmarks as close as possible to the
   * template.
   *
   * @param target 112×112 pixels; those outside the crop are left as they are
   */
  static void align112(FaceCrop crop, Plane target) {
    Plane source = Plane.of(crop.picture());
    Similarity toTemplate = Similarity.fit(crop.face().landmarks().points(), TEMPLATE_112);
    // Bilinear interpolation aliases below half size, so halve first with a proper filter.
    while (toTemplate.scale() < 0.5f && Math.min(source.width(), source.height()) > 2) {
      Plane half = Resampler.resize(source, source.width() / 2, source.height() / 2);
      toTemplate = toTemplate.afterShrinking((float) source.width() / half.width());
      source = half;
    }
    warp(source, toTemplate.inverse(), target);
  }

  /** Cuts out the detected box with FaceNet's margin, without rotation, to fill the target. */
  static void margin(FaceCrop crop, Plane target) {
    Box wanted = crop.face().box().grown(FACENET_MARGIN);
    Box inside =
        new Box(
            Math.max(0, wanted.left()),
            Math.max(0, wanted.top()),
            Math.min(crop.picture().width(), wanted.right()),
            Math.min(crop.picture().height(), wanted.bottom()));
    Resampler.resize(crop.picture(), inside, target);
  }

  private static void warp(Plane source, Similarity toSource, Plane target) {
    for (int pixel = 0; pixel < target.area(); pixel++) {
      int row = pixel / target.width();
      int column = pixel % target.width();
      interpolate(source, toSource.apply(column, row), target, pixel);
    }
  }

  private static void interpolate(Plane source, Point at, Plane target, int pixel) {
    int left = (int) Math.floor(at.x());
    int top = (int) Math.floor(at.y());
    if (left < 0 || top < 0 || left + 1 >= source.width() || top + 1 >= source.height()) {
      return;
    }
    float right = at.x() - left;
    float below = at.y() - top;
    float[] values = source.values();
    for (int channel = 0; channel < 3; channel++) {
      int upper = source.offset() + channel * source.area() + top * source.width() + left;
      int lower = upper + source.width();
      float above = values[upper] + right * (values[upper + 1] - values[upper]);
      float under = values[lower] + right * (values[lower + 1] - values[lower]);
      target.values()[target.offset() + channel * target.area() + pixel] =
          above + below * (under - above);
    }
  }
}
