package org.rollcall.face;

import org.rollcall.model.Box;
import org.rollcall.model.Picture;

/** Cuts few parts out of a picture, without a look at the rest of it. */
record PictureCrops(Picture picture) implements CropSource {
  @Override
  public void crop(Box part, int size, float[] target, int offset) {
    // The filter reaches so far beyond the part.
    float reach = Math.max(1, Math.max(part.width(), part.height()) / size);
    int left = inside(part.left() - reach, picture.width());
    int top = inside(part.top() - reach, picture.height());
    int right = inside(part.right() + reach + 1, picture.width());
    int bottom = inside(part.bottom() + reach + 1, picture.height());
    if (left >= right || top >= bottom) {
      return;
    }
    Plane around = Plane.of(picture.crop(new Box(left, top, right, bottom)));
    Resampler.resize(around, part.moved(-left, -top), size, size, target, offset);
  }

  private static int inside(float at, int size) {
    return (int) Math.max(0, Math.min(size, Math.floor(at)));
  }
}
