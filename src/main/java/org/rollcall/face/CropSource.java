package org.rollcall.face;

import org.rollcall.model.Box;

/** Cuts parts out of an image. */
interface CropSource {
  /**
   * Cuts out a part at another size.
   *
   * @param part which part, in pixels of the image; may reach outside
   * @param target receives [3, size, size] from the offset on
   */
  void crop(Box part, int size, float[] target, int offset);
}
