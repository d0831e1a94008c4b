package org.rollcall.face;

/**
 * Numbers in row-major order.
 *
 * @param values the numbers; shared, not copied
 * @param shape size of each dimension, outermost first
 */
@SuppressWarnings("ArrayRecordComponent") // carries numbers, is never compared
record Tensor(float[] values, long... shape) {
  /** {@return size of one dimension} */
  int size(int dimension) {
    return (int) shape[dimension];
  }
}
