package org.rollcall.face;

import java.util.Arrays;

/**
 * A float32 tensor in row-major order.
 *
 * @param values its numbers, perhaps followed by others; shared, not copied
 * @param shape size of each dimension, outermost first
 */
@SuppressWarnings("ArrayRecordComponent") // carries numbers, is never compared
record Tensor(float[] values, long... shape) {
  /** {@return the size of a dimension} */
  int size(int dimension) {
    return (int) shape[dimension];
  }

  /** {@return how many numbers it has} */
  int count() {
    return (int) Arrays.stream(shape).reduce(1, (one, other) -> one * other);
  }
}
