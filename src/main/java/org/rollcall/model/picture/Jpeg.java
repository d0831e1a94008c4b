package org.rollcall.model.picture;

import java.util.Arrays;

/** A picture in JPEG form, as it lies in files, in the store and in sheets. */
public final class Jpeg {
  /** Stands for a picture that is there but was not read. No file holds it. */
  public static final Jpeg UNREAD = new Jpeg(new byte[] {0});

  private final byte[] bytes;

  /**
   * Takes a copy of the encoded picture.
   *
   * @param bytes a whole JPEG file (not empty)
   */
  public Jpeg(byte[] bytes) {
    if (bytes.length == 0) {
      throw new IllegalArgumentException("A JPEG picture has at least one byte, got none");
    }
    this.bytes = bytes.clone();
  }

  /** {@return a copy of the encoded picture} */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Jpeg jpeg && Arrays.equals(bytes, jpeg.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
