package org.rollcall.face.pack;

/** How a face is cut from its picture before it is embedded. */
public enum Alignment {
  /**
   * Rotated and scaled to bring the five landmarks to their places in the template of ArcFace and
   * its kin.
   */
  LANDMARKS_112(112),
  /** The detected box with a margin on each side of a tenth of the crop, not rotated. */
  BOX_160(160);

  private final int sizePixels;

  Alignment(int sizePixels) {
    this.sizePixels = sizePixels;
  }

  /** {@return width and height of the crop, in pixels} */
  public int sizePixels() {
    return sizePixels;
  }
}
