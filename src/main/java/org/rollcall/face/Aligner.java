package org.rollcall.face;

import java.util.List;
import org.rollcall.model.Box;
import org.rollcall.model.FaceCrop;
import org.rollcall.model.Point;

/** Brings a face into the place in which an embedding network expects it. */
final class Aligner {
  /** The five landmarks in MobileFace V2's 112×112 picture. */
  private static final List<Point> TEMPLATE_112 =
      List.of(
          new Point(38.29f, 51.70f),
          new Point(73.53f, 51.50f),
          new Point(56.03f, 71.74f),
          new Point(41.55f, 92.37f),
          new Point(70.73f, 92.20f));

  private static final int ALIGNED_SIZE = 112;

  /** FaceNet saw 160 pixels of which 16 on each side lay around the detector's box. */
  private static final float FACENET_MARGIN = 16f / (160 - 32);

  private Aligner() {}

  /**
   * Turns, scales and shifts the face so that its landmarks come nearest to the template.
   *
   * @param target receives [3, 112, 112] from the offset on
   */
  static void align112(FaceCrop crop, float[] target, int offset) {
    Plane source = Plane.of(crop.picture());
    Similarity toTemplate = Similarity.fit(crop.face().landmarks().points(), TEMPLATE_112);
    while (toTemplate.scale() < 0.5f && Math.min(source.width(), source.height()) > 2) {
      Plane half = Resampler.resize(source, source.width() / 2, source.height() / 2);
      toTemplate = toTemplate.afterShrinking((float) source.width() / half.width());
      source = half;
    }
    warp(source, toTemplate.inverse(), target, offset);
  }

  /**
   * Cuts the box out with FaceNet's margin, not turned.
   *
   * @param target receives [3, size, size] from the offset on
   */
  static void margin(FaceCrop crop, int size, float[] target, int offset) {
    Box wanted = crop.face().box().grown(FACENET_MARGIN);
    Box inside =
        new Box(
            Math.max(0, wanted.left()),
            Math.max(0, wanted.top()),
            Math.min(crop.picture().width(), wanted.right()),
            Math.min(crop.picture().height(), wanted.bottom()));
    Resampler.resize(crop.picture(), inside, size, size, target, offset);
  }

  private static void warp(Plane source, Similarity toSource, float[] target, int offset) {
    for (int v = 0; v < ALIGNED_SIZE; v++) {
      for (int u = 0; u < ALIGNED_SIZE; u++) {
        float x = toSource.a() * u - toSource.b() * v + toSource.dx();
        float y = toSource.b() * u + toSource.a() * v + toSource.dy();
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        if (left < 0 || top < 0 || left + 1 >= source.width() || top + 1 >= source.height()) {
          continue;
        }
        blend(
            source,
            top * source.width() + left,
            x - left,
            y - top,
            target,
            offset + v * ALIGNED_SIZE + u);
      }
    }
  }

  private static void blend(
      Plane source, int at, float right, float below, float[] target, int index) {
    int width = source.width();
    float[] values = source.values();
    for (int channel = 0; channel < 3; channel++) {
      float upper = values[at] + right * (values[at + 1] - values[at]);
      float lower = values[at + width] + right * (values[at + width + 1] - values[at + width]);
      target[index] = upper + below * (lower - upper);
      at += width * source.height();
      index += ALIGNED_SIZE * ALIGNED_SIZE;
    }
  }
}
