package org.rollcall.model.picture;

import java.util.List;

/**
 * The five facial landmarks used for alignment. Left and right are as seen in the image.
 *
 * @param leftEye centre of the eye further left in the image
 * @param rightEye centre of the other eye
 * @param nose tip of the nose
 * @param leftMouth corner of the mouth further left in the image
 * @param rightMouth the other corner of the mouth
 */
public record Landmarks(
    Point leftEye, Point rightEye, Point nose, Point leftMouth, Point rightMouth) {
  /** {@return the points in the order eyes, nose, mouth corners; left before right} */
  public List<Point> points() {
    return List.of(leftEye, rightEye, nose, leftMouth, rightMouth);
  }

  /**
   * Translates the points to another origin.
   *
   * @param dx pixels added to each x
   * @param dy pixels added to each y
   * @return the translated points
   */
  Landmarks moved(float dx, float dy) {
    return new Landmarks(
        moved(leftEye, dx, dy),
        moved(rightEye, dx, dy),
        moved(nose, dx, dy),
        moved(leftMouth, dx, dy),
        moved(rightMouth, dx, dy));
  }

  private static Point moved(Point point, float dx, float dy) {
    return new Point(point.x() + dx, point.y() + dy);
  }
}
