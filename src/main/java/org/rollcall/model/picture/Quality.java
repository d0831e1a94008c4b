package org.rollcall.model.picture;

/**
 * How suitable a face crop is for recognition.
 *
 * @param facePixels shorter side of the face's box, in pixels of the source frame
 * @param sharpness 0 (blurred) to 1 (as sharp as the resolution allows)
 * @param frontality 0 (profile) to 1 (looking into the camera), from the landmarks
 * @param exposure 0 (all black or all white) to 1 (full contrast)
 * @param visibility 0 (mostly occluded) to 1 (fully visible): the more of a face is hidden by a
 *     hand, a book or the turn of the head, the less certain the detector is of it
 */
public record Quality(
    float facePixels, float sharpness, float frontality, float exposure, float visibility) {
  /** The quality of an image without a face. */
  public static final Quality NONE = new Quality(0, 0, 0, 0, 0);

  /** From this size on, a face carries all the detail that the embedding networks use. */
  private static final float ENOUGH_PIXELS = 80;

  /** Below this weight, crops are hardly more similar to their own person than to anyone else. */
  private static final float LEAST_WEIGHT = 0.01f;

  /** A reason why a face cannot be recognised. */
  public enum Flaw {
    /** It has too few pixels. */
    SMALL,
    /** It is blurred or out of focus. */
    BLURRED,
    /** It is turned away from the camera. */
    TURNED,
    /** It is almost black or almost white. */
    POORLY_LIT,
    /** It is partly occluded, or may not be a face at all. */
    HIDDEN
  }

  /** {@return whether the crop is good enough to count towards an identification} */
  public boolean readable() {
    return weight() >= LEAST_WEIGHT;
  }

  /** {@return weight of the crop relative to others of the same person, 0..1} */
  public float weight() {
    return sizeFactor() * sharpnessFactor() * poseFactor() * lightFactor() * viewFactor();
  }

  /** {@return the flaw that reduces the weight most} */
  public Flaw worstFlaw() {
    Flaw worst = Flaw.SMALL;
    for (Flaw flaw : Flaw.values()) {
      worst = factor(flaw) < factor(worst) ? flaw : worst;
    }
    return worst;
  }

  private float factor(Flaw flaw) {
    return switch (flaw) {
      case SMALL -> sizeFactor();
      case BLURRED -> sharpnessFactor();
      case TURNED -> poseFactor();
      case POORLY_LIT -> lightFactor();
      case HIDDEN -> viewFactor();
    };
  }

  private float sizeFactor() {
    return Math.min(1, facePixels / ENOUGH_PIXELS);
  }

  private float sharpnessFactor() {
    return 0.2f + 0.8f * sharpness;
  }

  private float poseFactor() {
    return 0.1f + 0.9f * frontality;
  }

  private float lightFactor() {
    return 0.2f + 0.8f * exposure;
  }

  private float viewFactor() {
    return 0.1f + 0.9f * visibility;
  }
}
