package org.rollcall.face;

import java.util.List;
import org.rollcall.model.picture.Point;

/**
 * A similarity transform (rotation, scale and translation): {@code u = a·x − b·y + dx}, {@code v =
 * b·x + a·y + dy}.
 *
 * @param a cosine of the rotation times the scale
 * @param b sine of the rotation times the scale
 * @param dx shift to the right
 * @param dy shift downwards
 */
record Similarity(float a, float b, float dx, float dy) {
  /**
   * The least-squares transform from points to others (Umeyama 1991, in closed form for the plane).
   *
   * @param from the points (at least two distinct ones)
   * @param to the target of each point
   * @throws IllegalArgumentException if all points coincide
   */
  static Similarity fit(List<Point> from, List<Point> to) {
    Point fromMean = mean(from);
    Point toMean = mean(to);
    double along = 0;
    double across = 0;
    double spread = 0;
    for (int i = 0; i < from.size(); i++) {
      double x = from.get(i).x() - fromMean.x();
      double y = from.get(i).y() - fromMean.y();
      double u = to.get(i).x() - toMean.x();
      double v = to.get(i).y() - toMean.y();
      along += x * u + y * v;
      across += x * v - y * u;
      spread += x * x + y * y;
    }
    if (spread == 0) {
      throw new IllegalArgumentException("Cannot align points that all coincide, at " + fromMean);
    }
    float a = (float) (along / spread);
    float b = (float) (across / spread);
    return new Similarity(
        a,
        b,
        toMean.x() - a * fromMean.x() + b * fromMean.y(),
        toMean.y() - b * fromMean.x() - a * fromMean.y());
  }

  /** {@return the scale: target pixels per source pixel} */
  float scale() {
    return (float) Math.hypot(a, b);
  }

  /** {@return the same transform for a source that was shrunk by a factor} */
  Similarity afterShrinking(float factor) {
    return new Similarity(a * factor, b * factor, dx, dy);
  }

  /** {@return the transformed point} */
  Point apply(float x, float y) {
    return new Point(a * x - b * y + dx, b * x + a * y + dy);
  }

  /** {@return the transform back} */
  Similarity inverse() {
    float square = a * a + b * b;
    float inverseA = a / square;
    float inverseB = -b / square;
    return new Similarity(
        inverseA, inverseB, -(inverseA * dx - inverseB * dy), -(inverseB * dx + inverseA * dy));
  }

  private static Point mean(List<Point> points) {
    float x = 0;
    float y = 0;
    for (Point point : points) {
      x += point.x();
      y += point.y();
    }
    return new Point(x / points.size(), y / points.size());
  }
}
