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

  public ParamTensor(int[] shape, float[] values) {
    if (size(shape) != values.length) {
      throw new IllegalArgumentException(
          "Shape %s needs %d numbers, got %d"
              .formatted(Arrays.toString(shape), size(shape), values.length));
    }
    this.shape = shape;
    this.values = values;
  }

  /** {@return a tensor of one dimension} */
  public static ParamTensor vector(float... values) {
    return new ParamTensor(new int[] {values.length}, values);
  }

  /** {@return a vector of equal numbers} */
  static ParamTensor filled(int length, float value) {
    float[] values = new float[length];
    Arrays.fill(values, value);
    return vector(values);
  }

  /** {@return how many numbers a shape holds} */
  public static int size(int... shape) {
    return Math.toIntExact(Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact));
  }

  public int[] shape() {
    return shape;
  }

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
