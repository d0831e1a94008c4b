package org.rollcall.model.picture;

import java.util.Arrays;

/** A PNG-encoded image, as stored in files and in sheets; used for drawings. */
public final class Png {
  private final byte[] bytes;

  /**
   * Copies an encoded image.
   *
   * @param bytes a complete PNG file (not empty)
   */
  public Png(byte[] bytes) {
    if (bytes.length == 0) {
      throw new IllegalArgumentException("A PNG image has at least one byte, got none");
    }
    this.bytes = bytes.clone();
  }

  /** {@return a copy of the encoded image} */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Png png && Arrays.equals(bytes, png.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
