package org.rollcall.model.picture;

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

  /** What keeps a face from telling who it is. */
  public enum Flaw {
    /** It has too few pixels. */
    SMALL,
    /** It is smeared or out of focus. */
    BLURRED,
    /** It is turned away from the camera. */
    TURNED,
    /** It is almost black or almost white. */
    POORLY_LIT,
    /** A part of it is behind something, or it may be no face at all. */
    HIDDEN
  }

  /** {@return whether the crop may have a say in who it is} */
  public boolean readable() {
    return weight() >= LEAST_WEIGHT;
  }

  /** {@return weight of the crop among others of the same person, 0..1} */
  public float weight() {
    return sizeFactor() * sharpnessFactor() * poseFactor() * lightFactor() * viewFactor();
  }

  /** {@return what takes most of the weight away} */
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
