package org.rollcall.face;

/**
 * Brings faces in the dark to the brightness of those that embedding networks were trained on: they
 * tell people apart much worse in pictures darker than that, though nothing is missing in them.
 */
final class DarkFace {
  /** Mean brightness (0..255) below which a face is dark, and to which it is brought. */
  private static final float BRIGHT_ENOUGH = 80;

  /** More would bring out hardly anything but noise. */
  private static final float GREATEST_GAIN = 6;

  private static final float WHITE = 255;

  private DarkFace() {}

  /**
   * Brightens a face, where it is dark.
   *
   * @param rgb holds [3, height, width] from the offset on (0..255), changed in place
   * @param offset where the face begins
   * @param area pixels of the face
   */
  static void brighten(float[] rgb, int offset, int area) {
    float mean =
        0.299f * mean(rgb, offset, area)
            + 0.587f * mean(rgb, offset + area, area)
            + 0.114f * mean(rgb, offset + 2 * area, area);
    float gain = Math.min(GREATEST_GAIN, BRIGHT_ENOUGH / Math.max(1, mean));
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
