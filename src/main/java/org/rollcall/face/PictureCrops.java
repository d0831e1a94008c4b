package org.rollcall.face;

import org.rollcall.model.Box;
import org.rollcall.model.Picture;

/** Cuts parts out of a picture without converting the rest: cheaper than a pyramid for a few. */
record PictureCrops(Picture picture) implements CropSource {
  @Override
  public void crop(Box part, Plane target) {
    Resampler.resize(picture, part, target);
  }
}
