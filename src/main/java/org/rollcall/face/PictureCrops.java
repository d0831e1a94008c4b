package org.rollcall.face;

import org.rollcall.model.Box;
import org.rollcall.model.Picture;

/** Cuts few parts out of a picture, without a look at the rest of it. */
record PictureCrops(Picture picture) implements CropSource {
  @Override
  public void crop(Box part, int size, float[] target, int offset) {
    Resampler.resize(picture, part, size, size, target, offset);
  }
}
