package org.rollcall.face;

import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Picture;

/** Cuts parts out of a picture without converting the rest: cheaper than a pyramid for a few. */
record PictureCrops(Picture picture) implements CropSource {
  @Override
  public void crop(Box part, Plane target) {
    Resampler.resize(picture, part, target);
  }
}
