package org.rollcall.face;

import org.rollcall.model.picture.Box;

/** Cuts parts out of an image. */
interface CropSource {
  /**
   * Cuts out a part and resizes it to fill the target.
   *
   * @param part in pixels of the image; may reach outside, where the image is black
   */
  void crop(Box part, Plane target);
}
