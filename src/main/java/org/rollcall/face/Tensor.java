package org.rollcall.face;

import java.util.Arrays;

/**
 * Numbers in row-major order.
 *
 * @param values the numbers, and perhaps others behind them; shared, not copied
 * @param shape size of each dimension, outermost first
 */
@SuppressWarnings("ArrayRecordComponent") // carries numbers, is never compared
record Tensor(float[] values, long... shape) {
  /** {@return size of one dimension} */
  int size(int dimension) {
    return (int) shape[dimension];
  }

  /** {@return how many numbers there are} */
  int count() {
    return (int) Arrays.stream(shape).reduce(1, (one, other) -> one * other);
  }
}
