package org.rollcall.face.pack;

/**
 * The input and output of an embedder: float32 [N, 3, size, size], RGB, {@code (x − mean) × scale}.
 *
 * @param alignment how the face is cut out, which also determines the size
 * @param mean subtracted from every colour value (0..255)
 * @param scale factor after that (&gt; 0)
 * @param dimension length of the output vector (&gt; 0)
 */
public record EmbeddingInput(Alignment alignment, float mean, float scale, int dimension) {
  public EmbeddingInput {
    if (!(mean >= 0 && mean <= 255)) {
      throw new IllegalArgumentException("mean must be 0 to 255, got " + mean);
    }
    if (!(scale > 0) || !Float.isFinite(scale)) {
      throw new IllegalArgumentException("scale must be above 0, got " + scale);
    }
    if (dimension <= 0) {
      throw new IllegalArgumentException("dimension must be above 0, got " + dimension);
    }
  }
}
