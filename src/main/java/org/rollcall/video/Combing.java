package org.rollcall.video;

/**
 * The comb that things in motion show in interlaced frames, whose odd rows were taken later than
 * the even ones. Still parts keep all their rows.
 */
final class Combing {
  /** A tooth stands out from both of its neighbours by more than this; noise by less. */
  private static final int TOOTH = 24;

  private Combing() {}

  /**
   * Fills the teeth with what is above and below them.
   *
   * @param samples rows of bytes, changed in place
   * @param row bytes in a row
   */
  static void remove(byte[] samples, int row) {
    for (int start = row; start + 2 * row <= samples.length; start += 2 * row) {
      for (int i = start; i < start + row; i++) {
        int above = samples[i - row] & 0xff;
        int below = samples[i + row] & 0xff;
        int here = samples[i] & 0xff;
        if (here - Math.max(above, below) > TOOTH || Math.min(above, below) - here > TOOTH) {
          samples[i] = (byte) ((above + below) / 2);
        }
      }
    }
  }
}
