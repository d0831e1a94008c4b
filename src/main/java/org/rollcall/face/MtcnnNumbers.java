package org.rollcall.face;

/** The numbers that go into the networks of the cascade, and those that come out. */
final class MtcnnNumbers {
  private static final float PIXEL_MEAN = 127.5f;
  private static final float PIXEL_SCALE = 0.0078125f;

  private MtcnnNumbers() {}

  /** Brings the first pixels, 0..255, into the range in which the networks were trained. */
  static void normalize(float[] pixels, float[] target, int count) {
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
