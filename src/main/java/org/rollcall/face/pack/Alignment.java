package org.rollcall.face.pack;

/** How a face is cut from its picture before it is embedded. */
public enum Alignment {
  /** Turned and scaled so that the five landmarks lie where MobileFace V2's template has them. */
  LANDMARKS_112(112),
  /** The detected box, widened by 32/160 of the crop on both sides together, not turned. */
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
