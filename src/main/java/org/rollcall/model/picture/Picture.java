package org.rollcall.model.picture;

/**
 * An uncompressed BGR image: three bytes per pixel in the order blue, green, red, row by row from
 * the top, without padding.
 *
 * <p>A frame of a recording takes 6 MB, so the array is copied neither in nor out: the creator
 * hands over ownership of the array, and nobody may modify it while the image is in use.
 */
public final class Picture {
  private final int width;
  private final int height;
  private final byte[] bgr;

  /**
   * Takes ownership of a pixel array.
   *
   * @param width width in pixels (> 0)
   * @param height height in pixels (> 0)
   * @param bgr the pixels, not copied (length = 3 · width · height)
   * @throws IllegalArgumentException if a dimension is not positive, or the array length does not
   *     match
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

  /** {@return width in pixels} */
  public int width() {
    return width;
  }

  /** {@return height in pixels} */
  public int height() {
    return height;
  }

  /** {@return the pixel array itself, not a copy; must not be modified} */
  public byte[] bgr() {
    return bgr;
  }

  /**
   * Crops the image, clipping the box to it.
   *
   * @param box the part wanted (overlapping the image)
   * @return the crop, with its own copy of the pixels
   * @throws IllegalArgumentException if the box lies outside the image
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

  /**
   * Turns the image.
   *
   * @param quarterTurns how many quarter turns, clockwise; any whole number
   * @return the turned image, with its own copy of the pixels
   */
  public Picture turned(int quarterTurns) {
    int turns = Math.floorMod(quarterTurns, 4);
    boolean upended = turns % 2 == 1;
    int newWidth = upended ? height : width;
    int newHeight = upended ? width : height;
    byte[] turned = new byte[bgr.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int column = turns == 0 ? x : turns == 1 ? height - 1 - y : turns == 2 ? width - 1 - x : y;
        int row = turns == 0 ? y : turns == 1 ? x : turns == 2 ? height - 1 - y : width - 1 - x;
        System.arraycopy(bgr, 3 * (y * width + x), turned, 3 * (row * newWidth + column), 3);
      }
    }
    return new Picture(newWidth, newHeight, turned);
  }
}
