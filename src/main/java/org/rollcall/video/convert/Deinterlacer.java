package org.rollcall.video.convert;

/**
 * Deinterlaces a frame where things move: its odd rows were taken later than its even ones, so
 * edges in motion look like the teeth of a comb. Still parts keep all their rows.
 */
final class Deinterlacer {
  /** A tooth differs from the rows above and below it by more than this, noise by less. */
  private static final int THRESHOLD = 24;

  private Deinterlacer() {}

  /**
   * Replaces each tooth by the mean of the rows above and below it.
   *
   * @param samples rows of unsigned bytes, changed in place
   * @param row bytes in a row
   */
  static void remove(byte[] samples, int row) {
    for (int start = row; start + 2 * row <= samples.length; start += 2 * row) {
      smooth(samples, start, row);
    }
  }

  private static void smooth(byte[] samples, int start, int row) {
    for (int i = start; i < start + row; i++) {
      int above = samples[i - row] & 0xff;
      int below = samples[i + row] & 0xff;
      if (isCombed(samples[i] & 0xff, Math.min(above, below), Math.max(above, below))) {
        samples[i] = (byte) ((above + below) / 2);
      }
    }
  }

  private static boolean isCombed(int sample, int darker, int lighter) {
    return sample - lighter > THRESHOLD || darker - sample > THRESHOLD;
  }
}
