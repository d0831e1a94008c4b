package org.rollcall.model.picture;

/**
 * A face detected in an image.
 *
 * @param box bounding box, in pixels of that image
 * @param landmarks the five facial landmarks, in pixels of that image
 * @param score the detector's probability that this is a face, 0..1
 */
public record Face(Box box, Landmarks landmarks, float score) {
  /**
   * Translates the face to another origin.
   *
   * @param dx pixels added to each x
   * @param dy pixels added to each y
   * @return the translated face
   */
  public Face moved(float dx, float dy) {
    return new Face(box.moved(dx, dy), landmarks.moved(dx, dy), score);
  }
}
