package org.rollcall.video.convert;

import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * How a stored frame has to be turned and mirrored to be upright: one of eight ways, in this order.
 *
 * @param transposed rows become columns, mirrored along the diagonal from the top left
 * @param mirrored left and right are swapped
 * @param flipped top and bottom are swapped
 */
record Orientation(boolean transposed, boolean mirrored, boolean flipped) {
  /** Of a frame that is stored upright. */
  static final Orientation UPRIGHT = new Orientation(false, false, false);

  /** Where FFmpeg's matrix of three rows has the four factors that turn and mirror. */
  private static final int X_TO_X = 0;

  private static final int X_TO_Y = 1;
  private static final int Y_TO_X = 3;
  private static final int Y_TO_Y = 4;

  /**
   * Reads a display matrix; one that turns by other than quarter turns is taken as the nearest.
   *
   * @param matrix FFmpeg's side data: nine 32-bit integers
   * @return the orientation; upright if the matrix maps all pixels to one line or point
   */
  static Orientation of(Pointer matrix) {
    IntPointer factors = new IntPointer(matrix);
    long xToX = factors.get(X_TO_X);
    long xToY = factors.get(X_TO_Y);
    long yToX = factors.get(Y_TO_X);
    long yToY = factors.get(Y_TO_Y);
    if (Math.multiplyHigh(xToX, yToY) == Math.multiplyHigh(xToY, yToX)
        && xToX * yToY == xToY * yToX) {
      return UPRIGHT;
    }
    boolean transposed = Math.abs(xToX) + Math.abs(yToY) < Math.abs(xToY) + Math.abs(yToX);
    return transposed
        ? new Orientation(true, yToX < 0, xToY < 0)
        : new Orientation(false, xToX < 0, yToY < 0);
  }
}
