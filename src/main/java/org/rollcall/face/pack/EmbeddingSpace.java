package org.rollcall.face.pack;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The space of embeddings: of one pack, or of several whose embeddings are concatenated.
 *
 * <p>Its id is stored with every template, because embeddings of different spaces must never be
 * compared.
 *
 * @param id the pack's own id, or {@code fused}
 * @param parts the embedders, in the order of their coordinates (not empty)
 */
public record EmbeddingSpace(String id, List<SpacePart> parts) {
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
   * @param share weight of the pack's cosine in the cosine of this space (all shares add up to 1)
   */
  public record SpacePart(ModelPack pack, double share) {
    public SpacePart {
      if (!(share > 0 && share <= 1)) {
        throw new IllegalArgumentException("share must be above 0 and at most 1, got " + share);
      }
    }

    /** {@return length of the pack's part of a unit vector in this space} */
    public float length() {
      return (float) Math.sqrt(share);
    }
  }

  /** {@return the space of one embedder alone} */
  static EmbeddingSpace of(ModelPack pack) {
    return new EmbeddingSpace(pack.id(), List.of(new SpacePart(pack, 1)));
  }

  /** {@return the embedder that is the fastest: the one with the shortest embeddings} */
  public ModelPack fastest() {
    return parts.stream()
        .map(SpacePart::pack)
        .min(Comparator.comparingInt(pack -> pack.embeddingInput().dimension()))
        .orElseThrow();
  }

  /** {@return the editions of its packs} */
  public String edition() {
    return parts.stream().map(part -> part.pack().edition()).collect(Collectors.joining("+"));
  }

  /** {@return length of an embedding vector of this space} */
  public int dimension() {
    return parts.stream().mapToInt(part -> part.pack().embeddingInput().dimension()).sum();
  }
}
