package org.rollcall.face;

/**
 * Brightens dark faces to the level of those that embedding networks were trained on: on darker
 * ones, the networks tell people apart much worse, although no detail is missing.
 */
final class LowLightGain {
  /** Mean brightness (0..255) below which a face is dark, and to which it is raised. */
  private static final float TARGET_BRIGHTNESS = 80;

  /** A higher gain would bring out little but noise. */
  private static final float MAX_GAIN = 6;

  private static final float WHITE = 255;

  private LowLightGain() {}

  /** Brightens a dark face in place; leaves others as they are. */
  static void brighten(Plane face) {
    float[] rgb = face.values();
    int offset = face.offset();
    int area = face.area();
    float mean =
        0.299f * mean(rgb, offset, area)
            + 0.587f * mean(rgb, offset + area, area)
            + 0.114f * mean(rgb, offset + 2 * area, area);
    float gain = Math.min(MAX_GAIN, TARGET_BRIGHTNESS / Math.max(1, mean));
    if (gain > 1) {
      for (int i = offset; i < offset + 3 * area; i++) {
        rgb[i] = Math.min(WHITE, gain * rgb[i]);
      }
    }
  }

  private static float mean(float[] values, int offset, int count) {
    double sum = 0;
    for (int i = offset; i < offset + count; i++) {
      sum += values[i];
    }
    return (float) (sum / count);
  }
}
