package org.rollcall.face.pack;

import java.nio.file.Path;

/**
 * A pack that is ready for use: its files were verified.
 *
 * @param description what it is
 * @param folder holds {@code <net>-symbol.json} and {@code <net>-0000.params} for each network of
 *     its tasks
 */
public record ModelPack(PackDescription description, Path folder) {
  /** {@return short name in settings, commands and the store} */
  public String id() {
    return description.id();
  }

  /**
   * What its network {@code embed} takes.
   *
   * @return crop, scaling and dimension
   * @throws IllegalStateException if the pack is no embedder
   */
  public EmbeddingInput embeddingInput() {
    return description
        .embedding()
        .orElseThrow(() -> new IllegalStateException("Pack '%s' is no embedder".formatted(id())));
  }
}
