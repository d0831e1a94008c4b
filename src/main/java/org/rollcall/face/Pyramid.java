package org.rollcall.face;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.model.Box;
import org.rollcall.model.Picture;

/**
 * An image at its own size and at smaller and smaller ones, for searching faces of all sizes with a
 * network that knows one size, and for cutting out parts cheaply.
 *
 * <p>One pyramid serves all frames of a recording, one after the other: at 1080p it takes 25 MB.
 */
final class Pyramid implements CropSource {
  /** Each level is so much smaller than the one before: half the area. */
  private static final double FACTOR = 0.709;

  private final int width;
  private final int height;
  private final List<Level> levels = new ArrayList<>();
  private Picture image;

  /**
   * Makes room for the levels of images of one size.
   *
   * @param scale size of the first level against the image
   * @param smallestSide of the last level, in its pixels
   */
  Pyramid(int width, int height, double scale, int smallestSide) {
    this.width = width;
    this.height = height;
    while (Math.min(width, height) * scale >= smallestSide) {
      Plane plane = Plane.empty((int) Math.ceil(width * scale), (int) Math.ceil(height * scale));
      levels.add(new Level(plane, (float) width / plane.width(), new float[plane.values().length]));
      scale *= FACTOR;
    }
  }

  /**
   * One of the smaller sizes.
   *
   * @param plane its pixels
   * @param zoom pixels of the image in one of its own
   * @param input room for what the network gets to see
   */
  @SuppressWarnings("ArrayRecordComponent") // carries numbers, is never compared
  record Level(Plane plane, float zoom, float[] input) {
    Box scaled(Box part) {
      return new Box(
          part.left() / zoom, part.top() / zoom, part.right() / zoom, part.bottom() / zoom);
    }
  }

  boolean fits(Picture picture) {
    return picture.width() == width && picture.height() == height;
  }

  /** Takes another image of the same size. */
  void load(Picture picture) {
    image = picture;
    Plane larger = null;
    for (Level level : levels) {
      Plane plane = level.plane();
      if (larger == null) {
        Box whole = new Box(0, 0, width, height);
        Resampler.resize(picture, whole, plane.width(), plane.height(), plane.values(), 0);
      } else {
        Resampler.resize(larger, plane);
      }
      larger = plane;
    }
  }

  /** {@return the levels, the largest first} */
  List<Level> levels() {
    return levels;
  }

  /** Cuts out of the level that has just enough detail. */
  @Override
  public void crop(Box part, int size, float[] target, int offset) {
    Level source = null;
    for (Level level : levels) {
      if (part.width() / level.zoom() >= size) {
        source = level;
      }
    }
    if (source == null) {
      Resampler.resize(image, part, size, size, target, offset);
    } else {
      Resampler.resize(source.plane(), source.scaled(part), size, size, target, offset);
    }
  }
}
