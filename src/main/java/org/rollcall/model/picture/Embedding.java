package org.rollcall.model.picture;

import java.util.Arrays;

/**
 * What an embedding network says of a face: a direction in its space, of length 1.
 *
 * <p>Two embeddings can be compared only if the same model pack made them.
 */
public final class Embedding {
  private static final float LENGTH_TOLERANCE = 1e-3f;

  private final float[] values;

  private Embedding(float[] values) {
    this.values = values;
  }

  /**
   * Takes values whose length is 1 already.
   *
   * @param values the coordinates, copied (Euclidean length 1)
   * @return the embedding
   * @throws IllegalArgumentException if the length differs from 1
   */
  public static Embedding ofUnit(float... values) {
    double length = length(values);
    if (!(Math.abs(length - 1) <= LENGTH_TOLERANCE)) {
      throw new IllegalArgumentException("Embedding must have length 1, got " + length);
    }
    return new Embedding(values.clone());
  }

  /**
   * Scales values to length 1.
   *
   * @param values the coordinates, copied (not all zero)
   * @return the embedding
   * @throws IllegalArgumentException if the length is zero or not finite
   */
  public static Embedding normalized(float... values) {
    double length = length(values);
    if (!(length > 0) || !Double.isFinite(length)) {
      throw new IllegalArgumentException("Embedding must not be zero, got length " + length);
    }
    float[] scaled = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = (float) (values[i] / length);
    }
    return new Embedding(scaled);
  }

  /** {@return number of coordinates} */
  public int dimension() {
    return values.length;
  }

  /** {@return a copy of the coordinates} */
  public float[] values() {
    return values.clone();
  }

  /**
   * Adds this embedding, times a weight, to a running sum.
   *
   * @param sum the sum, changed in place (length = dimension)
   * @param weight factor
   */
  public void addTo(float[] sum, float weight) {
    requireDimension(sum.length);
    for (int i = 0; i < values.length; i++) {
      sum[i] += weight * values[i];
    }
  }

  /**
   * Writes the coordinates, times a factor, into a larger array.
   *
   * @param target receives them (length ≥ offset + dimension)
   * @param offset where the first one goes
   * @param factor length of what is written
   */
  public void copyTo(float[] target, int offset, float factor) {
    for (int i = 0; i < values.length; i++) {
      target[offset + i] = factor * values[i];
    }
  }

  /**
   * The cosine of the angle between two embeddings.
   *
   * @param other an embedding by the same model pack
   * @return −1..1, 1 when equal
   * @throws IllegalArgumentException if the dimensions differ
   */
  public float cosine(Embedding other) {
    requireDimension(other.values.length);
    float dot = 0;
    for (int i = 0; i < values.length; i++) {
      dot += values[i] * other.values[i];
    }
    return dot;
  }

  private void requireDimension(int found) {
    if (found != values.length) {
      throw new IllegalArgumentException(
          "Embeddings of %d and %d numbers cannot be compared: different model packs"
              .formatted(values.length, found));
    }
  }

  private static double length(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Embedding embedding && Arrays.equals(values, embedding.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Embedding[" + values.length + "]";
  }
}
