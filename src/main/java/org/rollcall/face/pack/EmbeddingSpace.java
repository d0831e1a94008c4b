package org.rollcall.face.pack;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The space that embeddings live in: those of one pack, or of several laid end to end.
 *
 * <p>The id is stored with every template, because embeddings of different spaces must never be
 * compared.
 *
 * @param id the pack's own id, or {@code fused}
 * @param parts the embedders, in the order of their coordinates (not empty)
 */
public record EmbeddingSpace(String id, List<Part> parts) {
  public EmbeddingSpace {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException(
          "An embedding space needs a pack, '%s' has none".formatted(id));
    }
  }

  /**
   * What one pack contributes.
   *
   * @param pack an embedder
   * @param share of the cosine in this space that is the pack's own cosine (all shares sum up to 1)
   */
  public record Part(ModelPack pack, double share) {
    public Part {
      if (!(share > 0 && share <= 1)) {
        throw new IllegalArgumentException("share must be above 0 and at most 1, got " + share);
      }
    }

    /** {@return length of the pack's part of an embedding} */
    public float length() {
      return (float) Math.sqrt(share);
    }
  }

  static EmbeddingSpace of(ModelPack pack) {
    return new EmbeddingSpace(pack.id(), List.of(new Part(pack, 1)));
  }

  /** {@return the editions of its packs} */
  public String edition() {
    return parts.stream().map(part -> part.pack().edition()).collect(Collectors.joining("+"));
  }

  /** {@return numbers in an embedding of this space} */
  public int dimension() {
    return parts.stream().mapToInt(part -> part.pack().embeddingInput().dimension()).sum();
  }
}
