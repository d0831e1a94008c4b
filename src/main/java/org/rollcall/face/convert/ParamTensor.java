package org.rollcall.face.convert;

import java.util.Arrays;

/**
 * A float32 tensor in row-major order: the last index runs fastest.
 *
 * <p>The arrays are shared, not copied, and must not be changed once the tensor is passed on.
 */
public final class ParamTensor {
  private final int[] shape;
  private final float[] values;

  /**
   * Gives numbers a shape.
   *
   * @param shape length of each dimension
   * @param values as many as the shape holds
   * @throws IllegalArgumentException if there are more or fewer
   */
  public ParamTensor(int[] shape, float[] values) {
    if (size(shape) != values.length) {
      throw new IllegalArgumentException(
          "Shape %s needs %d numbers, got %d"
              .formatted(Arrays.toString(shape), size(shape), values.length));
    }
    this.shape = shape;
    this.values = values;
  }

  /**
   * Makes a tensor of one dimension.
   *
   * @param values its numbers
   * @return the tensor, which shares the array
   */
  static ParamTensor vector(float... values) {
    return new ParamTensor(new int[] {values.length}, values);
  }

  /** {@return a vector of equal numbers} */
  static ParamTensor filled(int length, float value) {
    float[] values = new float[length];
    Arrays.fill(values, value);
    return vector(values);
  }

  /**
   * Counts the numbers that a shape holds.
   *
   * @param shape length of each dimension
   * @return the product of these; 1 if there are none
   * @throws ArithmeticException if it is beyond an {@code int}
   */
  public static int size(int... shape) {
    return Math.toIntExact(Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact));
  }

  /** {@return the length of each dimension, not as a copy} */
  public int[] shape() {
    return shape;
  }

  /** {@return all numbers in row-major order, not as a copy} */
  public float[] values() {
    return values;
  }

  /** {@return the same numbers in another shape} */
  ParamTensor reshaped(int... newShape) {
    return new ParamTensor(newShape, values);
  }

  /** {@return whether no number is infinite or NaN} */
  public boolean isFinite() {
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
