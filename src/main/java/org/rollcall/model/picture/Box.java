package org.rollcall.model.picture;

/**
 * An axis-aligned rectangle in pixels of the source frame; its right and bottom edges are
 * exclusive. It may extend beyond the frame.
 *
 * @param left pixels from the left edge of the frame
 * @param top pixels from the top edge of the frame
 * @param right first column outside the box (≥ left)
 * @param bottom first row outside the box (≥ top)
 */
public record Box(float left, float top, float right, float bottom) {
  /**
   * Checks the edges.
   *
   * @throws IllegalArgumentException if an edge is not finite, or the edges are out of order
   */
  public Box {
    if (!(right >= left && bottom >= top && Float.isFinite(right - left + bottom - top))) {
      throw new IllegalArgumentException(
          "Box edges out of order: left %s, top %s, right %s, bottom %s"
              .formatted(left, top, right, bottom));
    }
  }

  /** {@return right minus left, in pixels} */
  public float width() {
    return right - left;
  }

  /** {@return bottom minus top, in pixels} */
  public float height() {
    return bottom - top;
  }

  /** {@return width times height, in square pixels} */
  public float area() {
    return width() * height();
  }

  /** {@return the centre of the box} */
  public Point centre() {
    return new Point((left + right) / 2, (top + bottom) / 2);
  }

  /**
   * Checks whether a point lies in the box.
   *
   * @param point the point
   * @return true inside the box and on its left and top edges
   */
  public boolean contains(Point point) {
    return point.x() >= left && point.x() < right && point.y() >= top && point.y() < bottom;
  }

  /**
   * Computes the area shared by two boxes.
   *
   * @param other the other box
   * @return square pixels; 0 if they do not overlap
   */
  public float intersection(Box other) {
    float width = Math.min(right, other.right) - Math.max(left, other.left);
    float height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
    return width > 0 && height > 0 ? width * height : 0;
  }

  /**
   * Computes the intersection over union.
   *
   * @param other the other box
   * @return 0..1; 0 when both are empty
   */
  public float iou(Box other) {
    float shared = intersection(other);
    return shared == 0 ? 0 : shared / (area() + other.area() - shared);
  }

  /**
   * Expands the box on all four sides.
   *
   * @param margin share of the width added on the left and right, and of the height added at the
   *     top and bottom
   * @return the larger box, with the same centre
   */
  public Box grown(float margin) {
    float dx = width() * margin;
    float dy = height() * margin;
    return new Box(left - dx, top - dy, right + dx, bottom + dy);
  }

  /**
   * Translates the box.
   *
   * @param dx pixels to the right
   * @param dy pixels down
   * @return the translated box, of the same size
   */
  public Box moved(float dx, float dy) {
    return new Box(left + dx, top + dy, right + dx, bottom + dy);
  }
}
