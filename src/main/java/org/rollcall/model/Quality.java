package org.rollcall.model;

/**
 * How much a crop of a face can say about who it is.
 *
 * @param facePixels smaller side of the face's box in the source frame
 * @param sharpness 0 (smeared) to 1 (as sharp as the resolution allows)
 * @param frontality 0 (profile) to 1 (looking into the camera), from the landmarks
 * @param exposure 0 (all black or all white) to 1 (full contrast)
 * @param visibility 0 (hidden for the most part) to 1 (all of it to be seen): a detector is the
 *     less sure of a face, the more of it lies behind a hand, a book or its own other side
 */
public record Quality(
    float facePixels, float sharpness, float frontality, float exposure, float visibility) {
  /** What can be said of a picture without a face. */
  public static final Quality NONE = new Quality(0, 0, 0, 0, 0);

  /** Faces of this size and more carry all the detail that the embedding networks take in. */
  private static final float ENOUGH_PIXELS = 80;

  /** Crops below this weight are hardly more like their own person than like anybody else. */
  private static final float LEAST_WEIGHT = 0.01f;

  /** {@return whether the crop may have a say in who it is} */
  public boolean readable() {
    return weight() >= LEAST_WEIGHT;
  }

  /** {@return weight of the crop among others of the same person, 0..1} */
  public float weight() {
    float size = Math.min(1, facePixels / ENOUGH_PIXELS);
    return size
        * (0.2f + 0.8f * sharpness)
        * (0.1f + 0.9f * frontality)
        * (0.2f + 0.8f * exposure)
        * (0.1f + 0.9f * visibility);
  }
}
