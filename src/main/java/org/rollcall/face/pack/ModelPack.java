package org.rollcall.face.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A pack that is ready for use: its files have been verified.
 *
 * @param description what it is
 * @param folder holds {@code <net>-symbol.json} and {@code <net>-0000.params} for each network of
 *     its tasks, or {@link #YUNET} or {@link #HAAR}
 */
public record ModelPack(PackDescription description, Path folder) {
  /** Name of YuNet's ONNX file. */
  public static final String YUNET = "yunet.onnx";

  /** Name of OpenCV's Haar cascade for frontal faces. */
  public static final String HAAR = "haarcascade_frontalface_default.xml";

  private static final int EDITION_DIGITS = 8;

  /** {@return short name in settings, commands and the store} */
  public String id() {
    return description.id();
  }

  /**
   * Distinguishes packs with the same id but different files.
   *
   * @return the first eight hexadecimal digits of the SHA-256 of its file list
   */
  public String edition() {
    try {
      return PackFile.of(folder.resolve(PackFile.LIST)).sha256().substring(0, EDITION_DIGITS);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the list of files of '%s'".formatted(folder), e);
    }
  }

  /** {@return whether it serves a task} */
  public boolean serves(PackTask task) {
    return description.tasks().contains(task);
  }

  /** {@return whether it is a detector that leaves the landmarks to another pack} */
  public boolean needsLandmarks() {
    return serves(PackTask.SINGLE_SHOT_DETECTION) || serves(PackTask.HAAR_DETECTION);
  }

  /**
   * The input of its network {@code embed}.
   *
   * @return alignment, scaling and dimension
   * @throws IllegalStateException if the pack is not an embedder
   */
  public EmbeddingInput embeddingInput() {
    return description
        .embedding()
        .orElseThrow(
            () -> new IllegalStateException("Pack '%s' is not an embedder".formatted(id())));
  }
}
