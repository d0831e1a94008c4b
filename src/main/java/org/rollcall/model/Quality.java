package org.rollcall.model;

/**
 * How much a crop of a face can say about who it is.
 *
 * @param facePixels smaller side of the face's box in the source frame
 * @param sharpness 0 (smeared) to 1 (as sharp as the resolution allows)
 * @param frontality 0 (profile) to 1 (looking into the camera), from the landmarks
 * @param exposure 0 (all black or all white) to 1 (full contrast)
 */
public record Quality(float facePixels, float sharpness, float frontality, float exposure) {
  /** Faces of this size and more carry all the detail that the embedding networks take in. */
  private static final float ENOUGH_PIXELS = 80;

  /** {@return weight of the crop among others of the same person, 0..1} */
  public float weight() {
    float size = Math.min(1, facePixels / ENOUGH_PIXELS);
    return size * (0.2f + 0.8f * sharpness) * (0.1f + 0.9f * frontality) * (0.2f + 0.8f * exposure);
  }
}
