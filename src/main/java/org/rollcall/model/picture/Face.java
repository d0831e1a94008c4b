package org.rollcall.model.picture;

/**
 * A face found in a picture.
 *
 * @param box around the face, in pixels of that picture
 * @param landmarks its five points, in pixels of that picture
 * @param score the detector's probability that this is a face, 0..1
 */
public record Face(Box box, Landmarks landmarks, float score) {
  /**
   * The same face with another origin.
   *
   * @param dx pixels added to each x
   * @param dy pixels added to each y
   * @return the moved face
   */
  public Face moved(float dx, float dy) {
    return new Face(box.moved(dx, dy), landmarks.moved(dx, dy), score);
  }
}
