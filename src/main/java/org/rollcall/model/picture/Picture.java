package org.rollcall.model.picture;

/**
 * Pixels: three bytes each in the order blue, green, red, row after row from the top, no padding.
 *
 * <p>A frame of a recording is 6 MB, so the array is neither copied in nor out: whoever makes a
 * picture gives the array away, and nobody changes it as long as the picture is used.
 */
public final class Picture {
  private final int width;
  private final int height;
  private final byte[] bgr;

  /**
   * Takes over an array of pixels.
   *
   * @param width pixels in a row (> 0)
   * @param height rows (> 0)
   * @param bgr the pixels, not copied (length = 3 · width · height)
   * @throws IllegalArgumentException if a size is not positive or the array does not fit it
   */
  public Picture(int width, int height, byte[] bgr) {
    if (width <= 0 || height <= 0 || bgr.length != 3 * width * height) {
      throw new IllegalArgumentException(
          "Picture of %d × %d pixels needs 3 bytes each, got %d bytes"
              .formatted(width, height, bgr.length));
    }
    this.width = width;
    this.height = height;
    this.bgr = bgr;
  }

  /** {@return pixels in a row} */
  public int width() {
    return width;
  }

  /** {@return number of rows} */
  public int height() {
    return height;
  }

  /** {@return the pixels themselves, not a copy; never to be written to} */
  public byte[] bgr() {
    return bgr;
  }

  /**
   * Cuts out a part. What lies outside the picture is left off.
   *
   * @param box the part wanted (overlaps the picture)
   * @return a picture of its own
   * @throws IllegalArgumentException if the box lies outside the picture
   */
  public Picture crop(Box box) {
    int left = Math.max(0, (int) Math.floor(box.left()));
    int top = Math.max(0, (int) Math.floor(box.top()));
    int right = Math.min(width, (int) Math.ceil(box.right()));
    int bottom = Math.min(height, (int) Math.ceil(box.bottom()));
    if (left >= right || top >= bottom) {
      throw new IllegalArgumentException(
          "%s lies outside the picture of %d × %d pixels".formatted(box, width, height));
    }
    byte[] part = new byte[3 * (right - left) * (bottom - top)];
    int row = 3 * (right - left);
    for (int y = top; y < bottom; y++) {
      System.arraycopy(bgr, 3 * (y * width + left), part, (y - top) * row, row);
    }
    return new Picture(right - left, bottom - top, part);
  }
}
