package org.rollcall.face;

/** Scales pixels for the networks of the cascade, and converts between logits and probabilities. */
final class MtcnnNumbers {
  private static final float PIXEL_MEAN = 127.5f;
  private static final float PIXEL_SCALE = 0.0078125f;

  private MtcnnNumbers() {}

  /** Scales pixels from 0..255 to the range that the networks were trained on. */
  static void normalise(float[] pixels, float[] target, int count) {
    for (int i = 0; i < count; i++) {
      target[i] = (pixels[i] - PIXEL_MEAN) * PIXEL_SCALE;
    }
  }

  static float probability(float logit) {
    return (float) (1 / (1 + Math.exp(-logit)));
  }

  static float logit(float probability) {
    return (float) Math.log(probability / (1 - probability));
  }
}
