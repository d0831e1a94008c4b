package org.rollcall.model.picture;

import java.util.Arrays;

/**
 * A face embedding: the unit vector that an embedding network computes for a face.
 *
 * <p>Two embeddings are comparable only if they come from the same model pack.
 */
public final class Embedding {
  private static final float LENGTH_TOLERANCE = 1e-3f;

  private final float[] values;

  private Embedding(float[] values) {
    this.values = values;
  }

  /**
   * Creates an embedding from values that already have unit length.
   *
   * @param values the coordinates, copied (Euclidean length 1)
   * @return the embedding
   * @throws IllegalArgumentException if the length is not 1
   */
  public static Embedding ofUnit(float... values) {
    double length = length(values);
    if (!(Math.abs(length - 1) <= LENGTH_TOLERANCE)) {
      throw new IllegalArgumentException("Embedding must have length 1, got " + length);
    }
    return new Embedding(values.clone());
  }

  /**
   * Normalises values to unit length.
   *
   * @param values the coordinates, copied (not all zero)
   * @return the embedding
   * @throws IllegalArgumentException if the length is zero or not finite
   */
  public static Embedding normalised(float... values) {
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

  /** {@return the number of coordinates} */
  public int dimension() {
    return values.length;
  }

  /** {@return a copy of the coordinates} */
  public float[] values() {
    return values.clone();
  }

  /**
   * Adds this embedding, scaled by a weight, to a running sum.
   *
   * @param sum the sum, changed in place (length = dimension)
   * @param weight scale factor
   */
  public void addTo(float[] sum, float weight) {
    requireDimension(sum.length);
    for (int i = 0; i < values.length; i++) {
      sum[i] += weight * values[i];
    }
  }

  /**
   * Writes the scaled coordinates into a larger array.
   *
   * @param target array to write into (length ≥ offset + dimension)
   * @param offset index of the first coordinate
   * @param factor scale factor, which becomes the length of the written vector
   */
  public void copyTo(float[] target, int offset, float factor) {
    for (int i = 0; i < values.length; i++) {
      target[offset + i] = factor * values[i];
    }
  }

  /**
   * Computes the cosine similarity of two embeddings.
   *
   * @param other an embedding from the same model pack
   * @return −1..1; 1 if equal
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
