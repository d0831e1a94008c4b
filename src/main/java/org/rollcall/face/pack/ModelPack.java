package org.rollcall.face.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A pack that is ready for use: its files were verified.
 *
 * @param description what it is
 * @param folder holds {@code <net>-symbol.json} and {@code <net>-0000.params} for each network of
 *     its tasks, or {@link #YUNET}
 */
public record ModelPack(PackDescription description, Path folder) {
  /** Name of the file with YuNet, in ONNX form. */
  public static final String YUNET = "yunet.onnx";

  private static final int EDITION_DIGITS = 8;

  /** {@return short name in settings, commands and the store} */
  public String id() {
    return description.id();
  }

  /**
   * Tells packs of the same id apart whose files differ.
   *
   * @return eight hexadecimal digits of the hash of the list of its files
   */
  public String edition() {
    try {
      return PackFile.of(folder.resolve(PackFile.LIST)).sha256().substring(0, EDITION_DIGITS);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the list of files of '%s'".formatted(folder), e);
    }
  }

  /** {@return whether it finds faces in one look, with a network of OpenCV's} */
  public boolean isSingleShot() {
    return description.tasks().contains(Task.SINGLE_SHOT_DETECTION);
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
