package org.rollcall.model.picture;

import java.util.Arrays;

/** A picture in PNG form, as it lies in files and in sheets: for drawings. */
public final class Png {
  private final byte[] bytes;

  /**
   * Takes a copy of the encoded picture.
   *
   * @param bytes a whole PNG file (not empty)
   */
  public Png(byte[] bytes) {
    if (bytes.length == 0) {
      throw new IllegalArgumentException("A PNG picture has at least one byte, got none");
    }
    this.bytes = bytes.clone();
  }

  /** {@return a copy of the encoded picture} */
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
