package org.rollcall.face.pack;

import java.util.Arrays;

/**
 * A float32 tensor in row-major order: the last index runs fastest.
 *
 * <p>The arrays are shared, not copied, and must not be changed once the tensor is passed on.
 */
final class Tensor {
  private final int[] shape;
  private final float[] values;

  Tensor(int[] shape, float[] values) {
    if (size(shape) != values.length) {
      throw new IllegalArgumentException(
          "Shape %s needs %d numbers, got %d"
              .formatted(Arrays.toString(shape), size(shape), values.length));
    }
    this.shape = shape;
    this.values = values;
  }

  /** {@return a tensor of one dimension} */
  static Tensor vector(float... values) {
    return new Tensor(new int[] {values.length}, values);
  }

  /** {@return a vector of equal numbers} */
  static Tensor filled(int length, float value) {
    float[] values = new float[length];
    Arrays.fill(values, value);
    return vector(values);
  }

  /** {@return how many numbers a shape holds} */
  static int size(int... shape) {
    return Math.toIntExact(Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact));
  }

  int[] shape() {
    return shape;
  }

  float[] values() {
    return values;
  }

  /** {@return the same numbers in another shape} */
  Tensor reshaped(int... newShape) {
    return new Tensor(newShape, values);
  }

  /** {@return whether no number is infinite or NaN} */
  boolean isFinite() {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return "Tensor" + Arrays.toString(shape);
  }
}
