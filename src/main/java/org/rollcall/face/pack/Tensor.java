package org.rollcall.face.pack;

import java.util.Arrays;

/**
 * Numbers in a box of any dimension, the last index running fastest.
 *
 * <p>The arrays are shared, not copied: nobody changes a tensor that he did not make.
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

  static Tensor vector(float... values) {
    return new Tensor(new int[] {values.length}, values);
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

  /** {@return the same numbers in a box of another shape} */
  Tensor reshaped(int... newShape) {
    return new Tensor(newShape, values);
  }

  /** {@return whether no number is infinite or undefined} */
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
