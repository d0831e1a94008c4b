package org.rollcall.model.picture;

import java.util.Arrays;

/** A JPEG-encoded image, as stored in files, in the database and in sheets. */
public final class Jpeg {
  /** Placeholder for an image that exists but was not loaded. No file has this content. */
  public static final Jpeg UNREAD = new Jpeg(new byte[] {0});

  private final byte[] bytes;

  /**
   * Copies an encoded image.
   *
   * @param bytes a complete JPEG file (not empty)
   */
  public Jpeg(byte[] bytes) {
    if (bytes.length == 0) {
      throw new IllegalArgumentException("A JPEG image has at least one byte, got none");
    }
    this.bytes = bytes.clone();
  }

  /** {@return a copy of the encoded image} */
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
