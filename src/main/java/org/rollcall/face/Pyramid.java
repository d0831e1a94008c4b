package org.rollcall.face;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Picture;

/**
 * An image pyramid: an image at smaller and smaller sizes, to detect faces of all sizes with a
 * network for one size, and to cut out parts cheaply.
 *
 * <p>It is reused for all frames of a recording: at 1080p it takes 25 MB.
 */
final class Pyramid implements CropSource {
  /** Scale from one level to the next: half the area. */
  private static final double FACTOR = 0.709;

  private final int width;
  private final int height;
  private final List<Level> levels = new ArrayList<>();
  private Picture image;

  /**
   * Allocates the levels for images of one size.
   *
   * @param scale size of the first level relative to the image
   * @param smallestSide least width and height of a level, in its pixels
   */
  Pyramid(int width, int height, double scale, int smallestSide) {
    this.width = width;
    this.height = height;
    for (double s = scale; Math.min(width, height) * s >= smallestSide; s *= FACTOR) {
      Plane plane = Plane.empty((int) Math.ceil(width * s), (int) Math.ceil(height * s));
      levels.add(new Level(plane, (float) width / plane.width(), new float[plane.values().length]));
    }
  }

  /**
   * The image at one size.
   *
   * @param plane its pixels
   * @param zoom width of one of its pixels, in pixels of the full image
   * @param input buffer for the network's input
   */
  @SuppressWarnings("ArrayRecordComponent") // carries numbers, is never compared
  record Level(Plane plane, float zoom, float[] input) {
    Box scaled(Box part) {
      return new Box(
          part.left() / zoom, part.top() / zoom, part.right() / zoom, part.bottom() / zoom);
    }
  }

  /** {@return whether a picture has the size that this was made for} */
  boolean fits(Picture picture) {
    return picture.width() == width && picture.height() == height;
  }

  /** Fills the levels with another picture of the same size. */
  void load(Picture picture) {
    image = picture;
    Plane larger = null;
    for (Level level : levels) {
      Plane plane = level.plane();
      if (larger == null) {
        Resampler.resize(picture, new Box(0, 0, width, height), plane);
      } else {
        Resampler.resize(larger, plane);
      }
      larger = plane;
    }
  }

  /** {@return the levels, the largest first; none if the image is too small} */
  List<Level> levels() {
    return levels;
  }

  /** Cuts the part out of the smallest level with enough detail. */
  @Override
  public void crop(Box part, Plane target) {
    Level source = null;
    for (Level level : levels) {
      if (part.width() / level.zoom() >= target.width()) {
        source = level;
      }
    }
    if (source == null) {
      Resampler.resize(image, part, target);
    } else {
      Resampler.resize(source.plane(), source.scaled(part), target);
    }
  }
}
